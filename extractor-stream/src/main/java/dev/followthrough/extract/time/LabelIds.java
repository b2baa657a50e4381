package dev.followthrough.extract.time;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for words and classes that patterns ask for; filled while the data is loaded, only read
 * afterwards.
 */
final class LabelIds {
    private final Map<String, Integer> ids = new HashMap<>();

    /** The id of a class ({@code {month}}) or of a plain word; a new one on first sight. */
    int of(String label) {
        return ids.computeIfAbsent(label, ignored -> ids.size());
    }

    /** The id of a label already given, or −1. */
    int known(String label) {
        return ids.getOrDefault(label, -1);
    }
}
