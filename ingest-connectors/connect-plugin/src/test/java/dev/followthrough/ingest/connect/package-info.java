/** Tests of what connectors share with Connect. */
@NullMarked
package dev.followthrough.ingest.connect;

import org.jspecify.annotations.NullMarked;
