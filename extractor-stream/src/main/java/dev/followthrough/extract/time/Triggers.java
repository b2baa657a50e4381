package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.Node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that hang a deadline on an event. Read only once built. */
final class Triggers {
    private static final Set<String> RELATIONS = Set.of("before", "at", "after");

    private final Map<String, List<Trigger>> byFirstWord = new HashMap<>();

    /** What may follow a trigger. */
    enum Names {
        ANY,
        CLAUSE,
        EVENT,
        STRICT,
        GATHERING,
        CYCLE,
        PERIOD,
        SOON,
        LOOSE,
        LOOSE_CLAUSE
    }

    record Trigger(List<String> words, String relation, Bound bound, Names names) {
        /** Never a limit, only a condition or a point to come. */
        boolean conditions() {
            return switch (names) {
                case SOON, LOOSE, LOOSE_CLAUSE -> true;
                case ANY, CLAUSE, EVENT, STRICT, GATHERING, CYCLE, PERIOD -> false;
            };
        }
    }

    private Triggers() {}

    /** Lines with says, relation, bound and names. */
    static Triggers named(Node lines) {
        Triggers triggers = new Triggers();
        for (Node line : lines.items()) {
            line.only(Set.of("says", "relation", "bound", "names"));
            Bound bound = choice(Bound.class, line.get("bound"));
            triggers.add(line, bound, choice(Names.class, line.get("names")));
        }
        return triggers;
    }

    /** Lines with says and relation only. */
    static Triggers links(Node lines) {
        Triggers triggers = new Triggers();
        for (Node line : lines.items()) {
            line.only(Set.of("says", "relation"));
            triggers.add(line, Bound.WITHIN, Names.ANY);
        }
        return triggers;
    }

    private void add(Node line, Bound bound, Names names) {
        Node relation = line.get("relation");
        if (!RELATIONS.contains(relation.text())) {
            throw new DataFault(
                    relation.place(), "must be before, at or after: " + relation.text());
        }
        for (String says : line.get("says").words()) {
            List<String> words = List.of(says.trim().split(" +"));
            List<Trigger> same =
                    byFirstWord.computeIfAbsent(words.getFirst(), ignored -> new ArrayList<>());
            same.add(new Trigger(words, relation.text(), bound, names));
            same.sort(Comparator.comparingInt(trigger -> -trigger.words().size()));
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, Node node) {
        try {
            return Enum.valueOf(type, node.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String choices = List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
            throw new DataFault(node.place(), "must be one of " + choices + ": " + node.text());
        }
    }

    /** Those that begin at this token, longest first. */
    List<Trigger> at(Tokens tokens, int at) {
        List<Trigger> all = byFirstWord.getOrDefault(tokens.at(at).word(), List.of());
        if (all.isEmpty()) {
            return all;
        }
        List<Trigger> found = new ArrayList<>();
        for (Trigger trigger : all) {
            if (tokens.startsWith(at, trigger.words()) > 0) {
                found.add(trigger);
            }
        }
        return found;
    }
}
