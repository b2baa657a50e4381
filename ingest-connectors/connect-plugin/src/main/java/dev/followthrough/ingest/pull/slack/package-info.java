/**
 * Slack, asked by its Web API. {@link dev.followthrough.ingest.pull.slack.ChannelFeed} says how a
 * channel is read; the mappers in {@code ingest.slack} make signals of what came.
 */
@NullMarked
package dev.followthrough.ingest.pull.slack;

import org.jspecify.annotations.NullMarked;
