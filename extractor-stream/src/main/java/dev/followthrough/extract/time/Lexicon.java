package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.Node;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of time: which classes a word belongs to, with what value; numbers; zones. Read only
 * once built.
 */
final class Lexicon {
    private static final Set<String> KEYS =
            Set.of("classes", "ambiguous", "abbreviations", "numbers", "zones");

    private final LabelIds ids;
    private final Map<String, Labels> words = new HashMap<>();
    private final Set<String> ambiguous;
    private final Set<String> abbreviations;
    private final NumberWords numbers;
    private final NumberLabels numberLabels;
    private final List<ZoneId> zones = new ArrayList<>();

    Lexicon(Node data, LabelIds ids) {
        data.only(KEYS);
        this.ids = ids;
        Node figures = data.get("numbers");
        figures.only(Set.of("units", "tens", "ordinals"));
        this.numbers =
                new NumberWords(
                        values(figures.get("units")),
                        values(figures.get("tens")),
                        values(figures.get("ordinals")));
        this.numberLabels = new NumberLabels(ids);
        this.ambiguous = data.get("ambiguous").words();
        this.abbreviations = data.get("abbreviations").words();
        data.get("classes").entries().forEach(this::addClass);
        data.get("zones").entries().forEach(this::addZone);
    }

    private static Map<String, Integer> values(Node mapping) {
        Map<String, Integer> values = new HashMap<>();
        mapping.entries().forEach((word, value) -> values.put(word, value.number()));
        return values;
    }

    private void addClass(String name, Node entries) {
        entries.entries().forEach((word, value) -> add(word, "{" + name + "}", symbol(value)));
    }

    private static int symbol(Node value) {
        try {
            return Field.value(value.text());
        } catch (NumberFormatException e) {
            throw new DataFault(
                    value.place(),
                    "must be a number or the name of a unit, edge or part: " + value.text());
        }
    }

    private void addZone(String word, Node zone) {
        try {
            zones.add(ZoneId.of(zone.text()));
        } catch (DateTimeException e) {
            throw new DataFault(zone.place(), "must be a time zone: " + zone.text());
        }
        add(word, "{zone}", zones.size() - 1);
    }

    private void add(String word, String label, int value) {
        words.merge(word, new Labels(new int[] {ids.of(label)}, new int[] {value}), Lexicon::both);
    }

    /** Lets patterns see a plain word; called for every literal that occurs in one. */
    int literal(String word) {
        int id = ids.known(word);
        if (id >= 0) {
            return id;
        }
        add(word, word, 0);
        return ids.of(word);
    }

    private static Labels both(Labels a, Labels b) {
        int[] labels = java.util.Arrays.copyOf(a.ids(), a.ids().length + b.ids().length);
        int[] values = java.util.Arrays.copyOf(a.values(), labels.length);
        System.arraycopy(b.ids(), 0, labels, a.ids().length, b.ids().length);
        System.arraycopy(b.values(), 0, values, a.values().length, b.values().length);
        return new Labels(labels, values);
    }

    Labels labels(String word, NumberWords.Number number) {
        Labels known = number.pieces() > 1 ? Labels.NONE : words.getOrDefault(word, Labels.NONE);
        return number.value() < 0 ? known : both(known, numberLabels.of(number));
    }

    NumberWords numbers() {
        return numbers;
    }

    boolean isAmbiguous(String word) {
        return ambiguous.contains(word);
    }

    boolean isAbbreviation(String word) {
        return abbreviations.contains(word);
    }

    ZoneId zone(int index) {
        return zones.get(index);
    }
}
