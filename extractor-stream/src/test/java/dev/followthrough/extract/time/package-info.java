/** Tests of the time grammar; their tables stand in {@code resources/time}. */
@NullMarked
package dev.followthrough.extract.time;

import org.jspecify.annotations.NullMarked;
