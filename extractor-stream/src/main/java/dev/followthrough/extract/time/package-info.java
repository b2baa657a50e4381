/**
 * Deadlines and times in text: finds every expression that names a future point, span or bound,
 * resolves it against the instant and zone in which it was said, and tells a deadline from any
 * other date. Pure: no clock, no I/O after loading, {@code java.time} only. Words and token
 * patterns are data ({@code resources/time/en}); what a pattern means, and how results merge, is
 * code.
 */
@NullMarked
package dev.followthrough.extract.time;

import org.jspecify.annotations.NullMarked;
