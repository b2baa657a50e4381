/** Tests of the time grammar, and the small program that prints its findings for a scorer. */
@NullMarked
package dev.followthrough.extract.time;

import org.jspecify.annotations.NullMarked;
