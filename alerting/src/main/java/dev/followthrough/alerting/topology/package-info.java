/**
 * The two steps of alerting as Kafka Streams sub-topologies: {@code alerting-decide} by account,
 * {@code alerting-address} by destination. They wire stores, timers and sinks; what is decided is
 * the domain's.
 */
@NullMarked
package dev.followthrough.alerting.topology;

import org.jspecify.annotations.NullMarked;
