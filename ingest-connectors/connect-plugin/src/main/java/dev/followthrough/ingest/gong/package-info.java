/**
 * Gong's recorded calls and their transcripts to meetings and turns, pure; sentences are joined to
 * turns as captions are.
 */
@NullMarked
package dev.followthrough.ingest.gong;

import org.jspecify.annotations.NullMarked;
