package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One thing said: a mail, a chat message, a speaker turn, a CRM note, a task.
 *
 * @param id stable at the source
 * @param revision the source's edit time (epoch milliseconds) or version; higher wins, then the
 *     greater digest
 * @param deleted whether the source deleted it; the text is then empty
 * @param source decides the topic
 * @param conversation pure function of immutable fields of the source; decides the partition
 * @param replyTo what it answers, where the source says so
 * @param saidAt when its author said it, never when we read it
 * @param zone the author's zone
 * @param account the source's own association, as an account id or a domain
 * @param deal the source's own association
 * @param text the author's own new words only
 * @param quoted what was cut (at most 8 KiB): context for “yes, Friday”, never evidence
 * @param named people mentioned by markup, spans into the text
 * @param places where a person finds the text at the source, by offset; never empty, first at 0
 */
public record Signal(
        SignalId id,
        long revision,
        boolean deleted,
        SignalKind kind,
        Source source,
        ConversationId conversation,
        @Nullable SignalId replyTo,
        Instant saidAt,
        ZoneId zone,
        Party author,
        List<Party> audience,
        @Nullable AccountId account,
        @Nullable DealId deal,
        String text,
        @Nullable String quoted,
        List<Named> named,
        List<Place> places,
        Facts facts) {
    /** Longest quoted history kept, in UTF-16 units. */
    public static final int MAX_QUOTED = 8 * 1024;

    /** Longest text kept, in UTF-16 units; what is longer is read by nobody in a chat or mail. */
    public static final int MAX_TEXT = 1024 * 1024;

    public Signal {
        Check.present("signal id", id);
        Check.present("signal kind", kind);
        Check.present("signal source", source);
        Check.present("conversation of a signal", conversation);
        Check.present("said_at of a signal", saidAt);
        Check.present("zone of a signal", zone);
        Check.present("author of a signal", author);
        audience = Check.list(audience);
        text = Check.present("text of a signal", text);
        Check.that(
                text.length() <= MAX_TEXT,
                "text of a signal",
                "have at most " + MAX_TEXT + " characters",
                text.length());
        Check.that(
                !deleted || text.isEmpty(),
                "text of a deleted signal",
                "be empty",
                text.length() + " characters");
        quoted =
                quoted != null && quoted.length() > MAX_QUOTED
                        ? quoted.substring(0, MAX_QUOTED)
                        : quoted;
        named = Check.list(named);
        places = Check.list(places);
        Check.that(
                !places.isEmpty() && places.get(0).start() == 0,
                "places of a signal",
                "start at 0",
                places);
        facts = facts == null ? Facts.NONE : facts;
    }

    /** The place of the source that holds the character at this offset. */
    public String refAt(int offset) {
        String ref = places.get(0).ref();
        for (Place place : places) {
            if (place.start() <= offset) {
                ref = place.ref();
            }
        }
        return ref;
    }
}
