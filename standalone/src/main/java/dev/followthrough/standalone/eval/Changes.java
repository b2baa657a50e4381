package dev.followthrough.standalone.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What changed between two lists of items, by the rule that did it: gained (found now, or no longer
 * taken for something), lost (missed now, or newly taken) and moved (another rule names it).
 */
final class Changes {
    private final SortedMap<String, Rule> rules = new TreeMap<>();

    private static final class Rule {
        private final List<String> gained = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();
        private final List<String> moved = new ArrayList<>();
    }

    private Changes(Collection<Item> before, Collection<Item> after) {
        compare(before, after, Item.Verdict.HIT);
        compare(before, after, Item.Verdict.WRONG);
    }

    static Changes between(Collection<Item> before, Collection<Item> after) {
        return new Changes(before, after);
    }

    /** One paragraph a rule; no word of a text, only ids. Empty where nothing changed. */
    String text() {
        StringBuilder text = new StringBuilder();
        rules.forEach(
                (id, rule) -> {
                    text.append(id).append(": gained ").append(rule.gained.size());
                    text.append(", lost ").append(rule.lost.size());
                    text.append(", moved ").append(rule.moved.size()).append('\n');
                    rule.gained.forEach(line -> text.append("  + ").append(line).append('\n'));
                    rule.lost.forEach(line -> text.append("  - ").append(line).append('\n'));
                    rule.moved.forEach(line -> text.append("  ~ ").append(line).append('\n'));
                });
        return text.toString();
    }

    private void compare(Collection<Item> before, Collection<Item> after, Item.Verdict verdict) {
        Map<String, List<String>> old = byPlace(before, item -> item.verdict() == verdict);
        Map<String, List<String>> now = byPlace(after, item -> item.verdict() == verdict);
        TreeMap<String, List<String>> all = new TreeMap<>(old);
        all.putAll(now);
        for (String place : all.keySet()) {
            List<String> gone = new ArrayList<>(old.getOrDefault(place, List.of()));
            List<String> come = new ArrayList<>(now.getOrDefault(place, List.of()));
            now.getOrDefault(place, List.of())
                    .forEach(
                            rule -> {
                                if (gone.remove(rule)) {
                                    come.remove(rule);
                                }
                            });
            note(place, verdict, gone, come);
        }
    }

    private void note(String place, Item.Verdict verdict, List<String> gone, List<String> come) {
        boolean good = verdict == Item.Verdict.HIT;
        int moved = Math.min(gone.size(), come.size());
        for (int i = 0; i < moved; i++) {
            rule(come.get(i)).moved.add(place + (good ? "" : ", wrong,") + " from " + gone.get(i));
        }
        for (String rule : come.subList(moved, come.size())) {
            (good ? rule(rule).gained : rule(rule).lost)
                    .add(place + (good ? " found" : " wrongly taken"));
        }
        for (String rule : gone.subList(moved, gone.size())) {
            (good ? rule(rule).lost : rule(rule).gained)
                    .add(place + (good ? " missed" : " no longer wrongly taken"));
        }
    }

    private Rule rule(String id) {
        return rules.computeIfAbsent(id, key -> new Rule());
    }

    private static Map<String, List<String>> byPlace(
            Collection<Item> items, Predicate<Item> which) {
        Map<String, List<String>> rules = new TreeMap<>();
        for (Item item : items) {
            if (which.test(item)) {
                String place = item.deal() + " " + item.kind() + " " + item.name();
                rules.computeIfAbsent(place, key -> new ArrayList<>()).add(item.rule());
            }
        }
        return rules;
    }
}
