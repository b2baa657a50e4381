/**
 * JSON Lines in, JSON Lines out: the extractor without Kafka, as {@code followthrough extract}
 * publishes it.
 */
@NullMarked
package dev.followthrough.standalone.lines;

import org.jspecify.annotations.NullMarked;
