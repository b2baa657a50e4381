/**
 * What mappers of all sources answer: a signal, a directory entry, a refusal or nothing. One
 * package a source holds its pure mappers, {@code files} reads them from files and holds the
 * connector.
 */
@NullMarked
package dev.followthrough.ingest;

import org.jspecify.annotations.NullMarked;
