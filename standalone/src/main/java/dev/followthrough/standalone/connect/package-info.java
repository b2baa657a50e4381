/**
 * A standalone Kafka Connect worker inside this JVM: the same worker, connectors and offsets as on
 * a cluster, with offsets in a file.
 */
@NullMarked
package dev.followthrough.standalone.connect;

import org.jspecify.annotations.NullMarked;
