/** Connectors in Kafka's own worker, on Kafka's own broker: what holds when they are killed. */
@NullMarked
package dev.followthrough.ingest.worker;

import org.jspecify.annotations.NullMarked;
