package dev.followthrough.standalone.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * One thing that a deal's ledger should hold, or holds and should not.
 *
 * @param name as in {@link Entry}: of the gold entry, or where nothing was expected of the found
 *     one
 * @param rule that found it; {@link Entry#NO_RULE} where it was missed
 */
record Item(String deal, String kind, String name, Verdict verdict, String rule) {
    /** Sorted as the lines of the file are. */
    static final Comparator<Item> ORDER = Comparator.comparing(Item::line);

    private static final String TAB = "\t";

    enum Verdict {
        HIT,
        MISSED,
        WRONG
    }

    /** Every expected and every found entry of a deal, sorted. */
    static List<Item> of(String deal, List<Entry> gold, List<Entry> found) {
        int[] expected = Matching.maximal(ties(gold, found), found.size());
        List<Item> items = new ArrayList<>();
        boolean[] hit = new boolean[gold.size()];
        for (int f = 0; f < found.size(); f++) {
            Entry entry = found.get(f);
            if (expected[f] < 0) {
                items.add(new Item(deal, entry.kind(), entry.name(), Verdict.WRONG, entry.rule()));
            } else {
                hit[expected[f]] = true;
                String name = gold.get(expected[f]).name();
                items.add(new Item(deal, entry.kind(), name, Verdict.HIT, entry.rule()));
            }
        }
        for (int g = 0; g < gold.size(); g++) {
            if (!hit[g]) {
                Entry entry = gold.get(g);
                items.add(new Item(deal, entry.kind(), entry.name(), Verdict.MISSED, entry.rule()));
            }
        }
        items.sort(ORDER);
        return items;
    }

    static List<TreeMap<Integer, Integer>> ties(List<Entry> gold, List<Entry> found) {
        List<TreeMap<Integer, Integer>> ties = new ArrayList<>();
        for (Entry expected : gold) {
            TreeMap<Integer, Integer> row = new TreeMap<>();
            for (int f = 0; f < found.size(); f++) {
                int shared = expected.shared(found.get(f));
                if (shared > 0) {
                    row.put(f, shared);
                }
            }
            ties.add(row);
        }
        return ties;
    }

    /** The items that {@link #write} wrote. */
    static List<Item> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Item::parse).toList();
    }

    /** One line an item, sorted. */
    static void write(Path file, List<Item> items) throws IOException {
        Files.write(file, items.stream().sorted(ORDER).map(Item::line).toList());
    }

    /** Tab-separated: no word of a text, only ids. */
    String line() {
        return String.join(TAB, deal, kind, name, verdict.name().toLowerCase(Locale.ROOT), rule);
    }

    /**
     * @throws IllegalArgumentException where it is no such line
     */
    static Item parse(String line) {
        String[] parts = line.split(TAB, -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException(
                    "line of items must have 5 columns, has " + Arrays.toString(parts));
        }
        Verdict verdict = Verdict.valueOf(parts[3].toUpperCase(Locale.ROOT));
        return new Item(parts[0], parts[1], parts[2], verdict, parts[4]);
    }

    /** Commitment, scope or context. */
    String measure() {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot);
    }
}
