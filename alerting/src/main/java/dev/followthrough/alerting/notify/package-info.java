/**
 * The notifier: makes what stands at a destination what is wanted there, exactly once in the end,
 * whatever crashes when. A plain consumer; no Kafka Streams.
 */
@NullMarked
package dev.followthrough.alerting.notify;

import org.jspecify.annotations.NullMarked;
