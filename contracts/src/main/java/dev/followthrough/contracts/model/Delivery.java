package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Where a wanted message stands: the intent is written before the first post, the destination's own
 * id after it.
 *
 * @param attempt id that the post carries in its metadata, so that an unfinished one is found again
 * @param posted the destination's id of the living message (Slack: {@code ts}); absent while only
 *     intended
 * @param version which content stands there
 * @param logged how many lines of the message's log stand in its thread
 * @param error why the last try failed, for an operator
 */
public record Delivery(
        String destination,
        EscalationId escalation,
        String attempt,
        @Nullable String posted,
        @Nullable String version,
        int logged,
        @Nullable String error,
        Instant at) {
    public Delivery {
        Check.text("destination of a delivery", destination);
        Check.present("escalation of a delivery", escalation);
        Check.text("attempt of a delivery", attempt);
        Check.that(logged >= 0, "logged lines of a delivery", "be 0 or more", logged);
        Check.present("at of a delivery", at);
    }
}
