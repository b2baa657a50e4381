/** Tests of the Slack connector. */
@NullMarked
package dev.followthrough.ingest.pull.slack;

import org.jspecify.annotations.NullMarked;
