package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * One time said in a text, resolved as far as the words allow.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last UTF-16 unit
 * @param text exactly {@code text[start, end)}, with its direction word (“by Friday”)
 * @param at latest instant that still meets it, inclusive; absent for anchors, recurrences and pure
 *     durations
 * @param dueAt latest instant at which something owed then is on time: differs from {@code at}
 *     where a week merely dates something (Sunday) but work is due on its Friday
 * @param from first instant of a span, absent for points
 * @param grain how exactly it was said
 * @param zone zone that governs: named in the words, else the author's
 * @param anchor words of the event it waits for (“go-live”), absent where a calendar date follows
 * @param relation how it stands to the anchor: before, after, at
 * @param offset distance from the anchor in ISO 8601 (P30D; business days as P5BD)
 * @param recurrence the words of a repetition (“every Friday”)
 * @param bound direction
 * @param deadline whether something ends or is owed then; false where it only dates something
 * @param alternative a second ordinary reading, present where the words are ambiguous
 * @param rule id of the pattern that found it
 */
public record TimeExpression(
        int start,
        int end,
        String text,
        @Nullable Instant at,
        @Nullable Instant dueAt,
        @Nullable Instant from,
        Grain grain,
        ZoneId zone,
        @Nullable String anchor,
        @Nullable String relation,
        @Nullable String offset,
        @Nullable String recurrence,
        Bound bound,
        boolean deadline,
        @Nullable Instant alternative,
        String rule) {

    public TimeExpression {
        Objects.requireNonNull(text, "time expression: text must be present");
        Objects.requireNonNull(grain, "time expression: grain must be present");
        Objects.requireNonNull(zone, "time expression: zone must be present");
        Objects.requireNonNull(bound, "time expression: bound must be present");
        Objects.requireNonNull(rule, "time expression: rule must be present");
        if (start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException(
                    "time expression: span must fit its text: [" + start + ", " + end + ")");
        }
    }

    /**
     * Whether it only names some point to come (“soon”, “after class”): listed, but it neither
     * bounds nor dates anything.
     */
    public boolean isLoose() {
        return rule.startsWith("loose.");
    }

    /** Whether two ordinary readings exist ({@link #alternative()} is the other). */
    public boolean ambiguous() {
        return alternative != null;
    }

    /** Whether it is a length of time (“within two days”), counted from when it was said. */
    public boolean isLength() {
        return rule.startsWith("length.") && anchor == null;
    }

    /** Whether it counts from what was said before it: a length, or “the same day”. */
    public boolean isCounted() {
        return isLength() || rule.startsWith("ref.");
    }

    /**
     * The due a promise carries when this is its time, deadline or not; a recurrence keeps its
     * words only.
     */
    public Due toDue() {
        return new Due(dueAt, grain, zone, text, anchor, false);
    }

    /** The same, read as a deadline. */
    public TimeExpression asDeadline() {
        return new TimeExpression(
                start,
                end,
                text,
                dueAt,
                dueAt,
                from,
                grain,
                zone,
                anchor,
                relation,
                offset,
                recurrence,
                bound,
                true,
                alternative,
                rule);
    }
}
