/** A single-node Kafka broker inside this JVM, with its data in a folder that outlives it. */
@NullMarked
package dev.followthrough.standalone.broker;

import org.jspecify.annotations.NullMarked;
