/**
 * Reads one signal in its conversation and says what was promised, asked, taken on, done, moved,
 * given away or taken back in it. Everything here is pure: same signal, same context, same rules,
 * same answer.
 */
@NullMarked
package dev.followthrough.extract;

import org.jspecify.annotations.NullMarked;
