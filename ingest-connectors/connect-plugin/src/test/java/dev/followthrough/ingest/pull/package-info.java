/** Tests of what pull connectors share. */
@NullMarked
package dev.followthrough.ingest.pull;

import org.jspecify.annotations.NullMarked;
