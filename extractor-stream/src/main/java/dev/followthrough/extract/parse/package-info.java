/**
 * What a clause says of itself: its slots (doer, tense, polarity, time …) and the rules that fire
 * on it.
 */
@NullMarked
package dev.followthrough.extract.parse;

import org.jspecify.annotations.NullMarked;
