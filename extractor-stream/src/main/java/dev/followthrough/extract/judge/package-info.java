/**
 * The verdict: a trained regression over rules, slots, words and context, and the rules' own
 * weights where no model is present.
 */
@NullMarked
package dev.followthrough.extract.judge;

import org.jspecify.annotations.NullMarked;
