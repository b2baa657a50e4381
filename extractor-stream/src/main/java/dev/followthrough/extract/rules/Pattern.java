package dev.followthrough.extract.rules;

import dev.followthrough.extract.rules.Element.Class;
import dev.followthrough.extract.rules.Element.End;
import dev.followthrough.extract.rules.Element.Entry;
import dev.followthrough.extract.rules.Element.Gap;
import dev.followthrough.extract.rules.Element.Start;
import dev.followthrough.extract.rules.Element.Words;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A compiled {@code says}. Matching moves a set of positions through the elements, so it costs
 * elements × tokens and never more: there is nothing to backtrack.
 */
final class Pattern {
    /** Any list of words beats one that stands everywhere. */
    private static final int COMMON = 1000;

    private final String says;
    private final Element[] elements;

    Pattern(String says, List<Element> elements) {
        this.says = says;
        this.elements = elements.toArray(Element[]::new);
    }

    /** The numbers of the places that name words and must be there. */
    List<Integer> needs() {
        return Arrays.stream(elements).map(Pattern::needed).filter(place -> place >= 0).toList();
    }

    private static int needed(Element element) {
        return switch (element) {
            case Words e -> e.optional() ? -1 : e.place();
            case Entry e -> e.optional() ? -1 : e.place();
            case Class e -> -1;
            case Gap e -> -1;
            case Start e -> -1;
            case End e -> -1;
        };
    }

    /**
     * The words of the place that has fewest of them and must be there: a clause without any of
     * them cannot match. Empty where no place names words.
     */
    Set<String> cues() {
        return cues(Set.of());
    }

    /** The same by what the words cost that stand in every text. */
    Set<String> cues(Set<String> everywhere) {
        Set<String> best = Set.of();
        for (Element element : elements) {
            Set<String> words =
                    needed(element) < 0
                            ? Set.of()
                            : element instanceof Entry e
                                    ? everywhere.isEmpty()
                                            ? e.lexicon().heads()
                                            : e.lexicon().marks(everywhere)
                                    : element instanceof Words w ? w.words() : Set.of();
            best = rarer(best, words, everywhere);
        }
        return best;
    }

    /** Of two sets of words the one that fewer texts have a word of; an empty one says nothing. */
    static Set<String> rarer(Set<String> one, Set<String> other, Set<String> everywhere) {
        boolean first =
                other.isEmpty()
                        || !one.isEmpty() && cost(one, everywhere) <= cost(other, everywhere);
        return first ? one : other;
    }

    private static int cost(Set<String> words, Set<String> everywhere) {
        return words.stream().mapToInt(word -> everywhere.contains(word) ? COMMON : 1).sum();
    }

    /** The shortest stretch that matches, the first of equals; absent where none does. */
    Rule.@Nullable Matched find(Subject subject) {
        Rule.Matched best = null;
        Positions from = new Positions();
        for (int i = 0; i <= subject.size(); i++) {
            from.clear();
            from.set(i);
            int to = ends(subject, from).next(0);
            if (to >= 0 && (best == null || to - i < best.size())) {
                best = new Rule.Matched(says, i, to);
            }
        }
        return best;
    }

    boolean matches(Subject subject) {
        return !ends(subject, subject.all()).isEmpty();
    }

    /** Whether it ends there, wherever it begins. */
    boolean leads(Subject subject, int to) {
        return ends(subject, subject.all()).has(to);
    }

    /** The last place at which it may begin that ends there; -1 where none is. */
    int startTo(Subject subject, int to) {
        Positions from = new Positions();
        for (int i = to; i >= 0; i--) {
            from.clear();
            from.set(i);
            if (ends(subject, from).has(to)) {
                return i;
            }
        }
        return -1;
    }

    /** The first place at which it may end that begins there; -1 where none is. */
    int endFrom(Subject subject, int from) {
        Positions start = new Positions();
        start.set(from);
        return ends(subject, start).next(0);
    }

    /**
     * Where the pattern may end that begins at one of these positions; in a set that is the
     * subject's to use again. On the way positions stay in two numbers: some thirty patterns are
     * tried on a clause.
     */
    private Positions ends(Subject subject, Positions from) {
        Positions moved = subject.scratch();
        long low = from.low();
        long high = from.high();
        for (int i = 0; i < elements.length && (low | high) != 0; i++) {
            boolean optional = false;
            switch (elements[i]) {
                case Words e -> {
                    subject.at(e.place()).ofWords(low, high, moved);
                    optional = e.optional();
                }
                case Entry e -> {
                    subject.at(e.place()).ofEntry(e.lexicon(), subject.tokens(), low, high, moved);
                    optional = e.optional();
                }
                case Class e -> {
                    subject.ofKind(e.kind(), low, high, moved);
                    optional = e.optional();
                }
                case Gap e -> gap(e, subject, moved.set(low, high));
                case Start e -> moved.set(low, high).keep(subject.starts());
                case End e -> moved.set(low, high).keep(subject.end());
            }
            low = optional ? low | moved.low() : moved.low();
            high = optional ? high | moved.high() : moved.high();
        }
        return moved.set(low, high);
    }

    private static void gap(Gap gap, Subject subject, Positions positions) {
        positions.forward(gap.least());
        long low = positions.low();
        long high = positions.high();
        for (int n = gap.least(); n < gap.most(); n++) {
            high = high << 1 | low >>> Long.SIZE - 1;
            low <<= 1;
            positions.set(positions.low() | low, positions.high() | high);
        }
        positions.keep(subject.all());
    }
}
