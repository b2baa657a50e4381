/** Slack: events, clicks, Socket Mode. */
@NullMarked
package dev.followthrough.ingest.receiver.slack;

import org.jspecify.annotations.NullMarked;
