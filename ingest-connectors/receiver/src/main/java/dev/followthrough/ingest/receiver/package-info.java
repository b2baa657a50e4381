/**
 * The front door for what people decide: API actions and clicks in Slack become {@code Action}s in
 * {@code ingest.action.v1}. A request is answered only after the record stands in Kafka; nothing is
 * looked up and nothing interpreted here.
 */
@NullMarked
package dev.followthrough.ingest.receiver;

import org.jspecify.annotations.NullMarked;
