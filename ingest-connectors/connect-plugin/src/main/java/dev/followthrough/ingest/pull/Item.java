package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.connect.Origin;

import java.util.List;
import java.util.Map;

/**
 * One object of a source, and what was made of it.
 *
 * @param id what tells the objects of a feed apart; part of a dead letter's key
 * @param position the same for a person who looks for it: {@code {channel: C1, ts: 17…}}; under
 *     {@link #PERMALINK} where it stands at the source, which becomes a header of its signals
 * @param original its bytes as they came, for a dead letter; empty where there are none
 * @param mapped what was made of it; nothing where it was published before
 */
public record Item(String id, Map<String, String> position, byte[] original, List<Mapped> mapped) {
    /** Name in a position of the address under which a person opens the object. */
    public static final String PERMALINK = Origin.PERMALINK;

    public Item {
        position = Map.copyOf(position);
        mapped = List.copyOf(mapped);
    }
}
