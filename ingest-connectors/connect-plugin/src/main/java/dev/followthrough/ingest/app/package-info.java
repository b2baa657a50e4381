/** The source connectors of the Kafka Connect plug-in. */
@NullMarked
package dev.followthrough.ingest.app;

import org.jspecify.annotations.NullMarked;
