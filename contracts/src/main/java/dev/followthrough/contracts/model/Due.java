package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The latest instant that still meets a promise, or the event it waits for.
 *
 * @param at upper bound, inclusive; absent where only an event decides ({@code anchor}) or where
 *     only a duration or recurrence was said
 * @param grain how exactly it was said
 * @param zone zone that governs: named in the words, else the author's
 * @param text the exact words; empty where {@code implied}
 * @param anchor the event that no calendar date follows from: “go-live”, “signature”
 * @param implied taken over (from the request that was accepted, from a task's own field), not said
 *     by the author here
 */
public record Due(
        @Nullable Instant at,
        Grain grain,
        ZoneId zone,
        String text,
        @Nullable String anchor,
        boolean implied) {
    public Due {
        Check.present("grain of a due", grain);
        Check.present("zone of a due", zone);
        text = text == null ? "" : text;
        Check.that(
                at != null || anchor != null || !text.isEmpty(),
                "due",
                "have an instant, an anchor or words",
                text);
    }

    public static Due at(Instant at, Grain grain, ZoneId zone, String text) {
        return new Due(at, grain, zone, text, null, false);
    }

    public static Due anchored(String anchor, ZoneId zone, String text) {
        return new Due(null, Grain.EVENT, zone, text, anchor, false);
    }

    public Due asImplied() {
        return new Due(at, grain, zone, text, anchor, true);
    }
}
