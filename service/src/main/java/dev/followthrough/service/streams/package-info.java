/**
 * The life of a Kafka Streams application: settings, start, what happens to a record that cannot be
 * read, what happens to a thread that dies, bounded memory of the stores, stop.
 */
@NullMarked
package dev.followthrough.service.streams;

import org.jspecify.annotations.NullMarked;
