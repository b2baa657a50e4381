/**
 * What every source connector shares with Kafka Connect: records with their keys, headers and
 * places, and the settings of a deployment.
 */
@NullMarked
package dev.followthrough.ingest.connect;

import org.jspecify.annotations.NullMarked;
