/**
 * Reads the data of the time grammar, keeping file, line and column of every value, so that a fault
 * can be named where it stands.
 */
@NullMarked
package dev.followthrough.extract.time.rules;

import org.jspecify.annotations.NullMarked;
