/** Benchmarks: each answers one question. */
@NullMarked
package dev.followthrough.benchmarks;

import org.jspecify.annotations.NullMarked;
