package dev.followthrough.ingest.receiver.door;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.service.http.Response;

import java.util.ArrayList;
import java.util.List;

/**
 * What one call of a source brought.
 *
 * @param mapped signals, directory entries, refusals, and what is left out with its reason
 * @param more records that no mapper makes: actions, erasures
 * @param answer sent once all of that stands in Kafka
 */
public record Delivery(List<Mapped> mapped, List<Outgoing> more, Response answer) {
    public Delivery {
        mapped = List.copyOf(mapped);
        more = List.copyOf(more);
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
        return new Delivery(all, more, answer);
    }
}
