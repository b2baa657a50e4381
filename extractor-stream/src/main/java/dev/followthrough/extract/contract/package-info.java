/**
 * What a text says about the contract itself: values among its tokens, and the rules that take
 * them. By the same values, how much a limit allows.
 */
@NullMarked
package dev.followthrough.extract.contract;

import org.jspecify.annotations.NullMarked;
