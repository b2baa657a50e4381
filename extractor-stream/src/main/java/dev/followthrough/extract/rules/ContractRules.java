package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.WordFilter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tries contract rules on sentences. They are a family of their own: no judge sees them. In a
 * sentence the first rule, in the order of the files, takes a value; a rule without a value fires
 * where none of its kind has. Immutable.
 */
public final class ContractRules {
    /**
     * A rule that fired.
     *
     * @param slot the value it took; absent where it has none
     * @param from index of the first token of its words
     * @param to one past the last
     */
    public record Found(ContractRule rule, @Nullable Slot slot, int from, int to) {}

    /** The longest sentence that rules are tried on. */
    public static final int LONGEST = Positions.LONGEST - 7;

    /** A shape with the places that it needs. */
    private record Needing(Shape shape, int[] needs) {}

    private record Indexed(ContractRule rule, List<Needing> shapes) {}

    private final List<ContractRule> rules;
    private final List<Indexed> index = new ArrayList<>();
    private final Places places;
    private final WordFilter cues;

    ContractRules(List<ContractRule> rules, Places places) {
        this.rules = List.copyOf(rules);
        this.places = places;
        Set<String> words = new HashSet<>();
        for (ContractRule rule : rules) {
            words.addAll(rule.cues());
            index.add(
                    new Indexed(
                            rule,
                            rule.shapes().stream()
                                    .map(s -> new Needing(s, RuleIndex.needs(s.patterns(), places)))
                                    .toList()));
        }
        this.cues = new WordFilter(words);
    }

    /** In the order of their files, a company's own last. */
    public List<ContractRule> all() {
        return rules;
    }

    /** Those of a company's own. */
    public List<ContractRule> own() {
        return rules.stream().filter(ContractRule::own).toList();
    }

    /** The same with this rule alone, to try its examples. */
    public ContractRules only(ContractRule rule) {
        return new ContractRules(List.of(rule), places);
    }

    /** Whether a rule may fire there: cheap, and wrong now and then on the side of yes. */
    public boolean mayFire(String text, int from, int to) {
        return cues.anyIn(text, from, to);
    }

    /** What rules are tried on, with no tokens yet. */
    public Subject subject() {
        return new Subject(places);
    }

    /**
     * What fires on a sentence of at most {@link #LONGEST} tokens, by its rules' order.
     *
     * @param subject goes on to these tokens
     * @param slots asked for only where a rule may fire
     */
    public List<Found> find(Subject subject, List<Token> tokens, Supplier<List<Slot>> slots) {
        int[] noTimes = new int[tokens.size()];
        Arrays.fill(noTimes, -1);
        subject.on(tokens, noTimes, 0);
        List<Slot> values = null;
        List<Found> found = new ArrayList<>();
        for (Indexed each : index) {
            List<Found> mine = new ArrayList<>();
            for (Needing shape : each.shapes()) {
                if (subject.hasAll(shape.needs())) {
                    values = values == null ? slots.get() : values;
                    find(each.rule(), shape.shape(), subject, values, found, mine);
                }
            }
            if (!mine.isEmpty() && each.rule().allows(subject)) {
                found.addAll(mine);
            }
        }
        return found;
    }

    private static void find(
            ContractRule rule,
            Shape shape,
            Subject subject,
            List<Slot> slots,
            List<Found> taken,
            List<Found> mine) {
        if (shape.slot() == null) {
            boolean known =
                    !mine.isEmpty() || taken.stream().anyMatch(f -> f.rule().kind() == rule.kind());
            int[] stretch = known ? null : shape.alone(subject);
            if (stretch != null) {
                mine.add(new Found(rule, null, stretch[0], stretch[1]));
            }
            return;
        }
        for (Slot slot : slots) {
            int[] stretch =
                    isTaken(slot, taken) || isTaken(slot, mine)
                            ? null
                            : shape.around(slot, subject);
            if (stretch != null) {
                mine.add(new Found(rule, slot, stretch[0], stretch[1]));
            }
        }
    }

    private static boolean isTaken(Slot slot, List<Found> found) {
        return found.stream()
                .map(Found::slot)
                .anyMatch(s -> s != null && s.from() < slot.to() && slot.from() < s.to());
    }
}
