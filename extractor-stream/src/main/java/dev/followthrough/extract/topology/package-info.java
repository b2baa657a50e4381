/**
 * The Kafka Streams topology: directory to all partitions, then signals, decisions and directory to
 * readings. It wires; pure code decides.
 */
@NullMarked
package dev.followthrough.extract.topology;

import org.jspecify.annotations.NullMarked;
