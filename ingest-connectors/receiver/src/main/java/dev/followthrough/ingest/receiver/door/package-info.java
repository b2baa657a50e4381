/**
 * What every source has in common: check, read, store, only then answer; bounds, metrics, the one
 * writer to Kafka.
 */
@NullMarked
package dev.followthrough.ingest.receiver.door;

import org.jspecify.annotations.NullMarked;
