package dev.followthrough.ingest.receiver.door;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.service.http.Response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one call of a source brought.
 *
 * @param mapped signals, directory entries, refusals, and what is left out with its reason
 * @param more records that no mapper makes: actions, erasures
 * @param answer sent once all of that stands in Kafka
 * @param permalinks where a person opens what was said, as far as that is known without asking
 */
public record Delivery(
        List<Mapped> mapped,
        List<Outgoing> more,
        Response answer,
        Map<SignalId, String> permalinks) {
    private static final int MAX_LINK = 2_048;

    public Delivery {
        mapped = List.copyOf(mapped);
        more = List.copyOf(more);
        permalinks = Map.copyOf(permalinks);
    }

    /** Where no permalink is known. */
    public Delivery(List<Mapped> mapped, List<Outgoing> more, Response answer) {
        this(mapped, more, answer, Map.of());
    }

    /** Mapped objects and an empty 200. */
    public static Delivery of(List<Mapped> mapped) {
        return new Delivery(mapped, List.of(), Response.empty(200));
    }

    /** Nothing of ours in it. */
    public static Delivery ignored(String reason) {
        return of(List.of(new Mapped.Ignored(reason)));
    }

    /** An answer that needs no record. */
    public static Delivery answer(Response answer) {
        return new Delivery(List.of(), List.of(), answer);
    }

    /** This and what else was learnt on the way. */
    public Delivery with(List<? extends Mapped> learnt) {
        List<Mapped> all = new ArrayList<>(learnt);
        all.addAll(mapped);
        return new Delivery(all, more, answer, permalinks);
    }

    /** With the permalinks of its signals; what is no https address is none. */
    public Delivery linked(Function<Signal, Optional<String>> permalink) {
        Map<SignalId, String> links = new HashMap<>();
        for (Mapped one : mapped) {
            if (one instanceof Mapped.Said said) {
                permalink
                        .apply(said.signal())
                        .filter(Delivery::isLink)
                        .ifPresent(link -> links.put(said.signal().id(), link));
            }
        }
        return new Delivery(mapped, more, answer, links);
    }

    private static boolean isLink(String text) {
        return text.startsWith("https://")
                && text.length() <= MAX_LINK
                && text.chars().allMatch(c -> c > ' ' && c != 127);
    }
}
