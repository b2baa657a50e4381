package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.Mapped;

import java.util.List;
import java.util.Map;

/**
 * One object of a source, and what was made of it.
 *
 * @param id what tells the objects of a feed apart; part of a dead letter's key
 * @param position the same for a person who looks for it: {@code {channel: C1, ts: 17…}}
 * @param original its bytes as they came, for a dead letter; empty where there are none
 * @param mapped what was made of it; nothing where it was published before
 */
public record Item(String id, Map<String, String> position, byte[] original, List<Mapped> mapped) {
    public Item {
        position = Map.copyOf(position);
        mapped = List.copyOf(mapped);
    }
}
