package dev.followthrough.extract;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Signals of one conversation, a minute apart, on Monday 2 March 2026: Ana hears, Ben speaks. */
public final class Say {
    public static final Party BEN = person("Ben Ott", "ben@ours.example");
    public static final Party ANA = person("Ana Ruiz", "ana@buyer.example");
    public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private Say() {}

    public static Party person(String name, String email) {
        return new Party("mail:" + email, name, email, Side.UNKNOWN);
    }

    /** Ben says it to Ana. */
    public static Signal ben(String text) {
        return signal("m9", BEN, ANA, MONDAY, text);
    }

    /** What Ana said before, oldest first. */
    public static Context after(String... ana) {
        List<Signal> previous = new ArrayList<>();
        for (int i = 0; i < ana.length; i++) {
            Instant at = MONDAY.minusSeconds(60L * (ana.length - i));
            previous.add(signal("m" + i, ANA, BEN, at, ana[i]));
        }
        return new Context(previous, null);
    }

    public static Signal signal(String id, Party author, Party hearer, Instant at, String text) {
        return new Signal(
                new SignalId(id),
                0,
                false,
                SignalKind.CHAT,
                Source.SLACK,
                new ConversationId("c1"),
                null,
                at,
                ZoneOffset.UTC,
                author,
                List.of(hearer),
                null,
                null,
                text,
                null,
                List.of(),
                List.of(new Place(0, id)),
                Facts.NONE);
    }
}
