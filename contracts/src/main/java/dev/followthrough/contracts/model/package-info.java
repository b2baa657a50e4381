/**
 * The records that the modules agree on. Immutable values, safe to share between threads; every
 * constructor validates and throws {@link java.lang.IllegalArgumentException} naming thing, rule
 * and value.
 */
@NullMarked
package dev.followthrough.contracts.model;

import org.jspecify.annotations.NullMarked;
