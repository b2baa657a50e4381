package dev.followthrough.extract.rules;

import dev.followthrough.extract.rules.Element.Class;
import dev.followthrough.extract.rules.Element.End;
import dev.followthrough.extract.rules.Element.Entry;
import dev.followthrough.extract.rules.Element.Gap;
import dev.followthrough.extract.rules.Element.Kind;
import dev.followthrough.extract.rules.Element.Start;
import dev.followthrough.extract.rules.Element.Words;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A compiled {@code says}. Matching moves a set of positions through the elements, so it costs
 * elements × tokens and never more: there is nothing to backtrack.
 */
final class Pattern {
    private static final Set<String> GERUNDS = Set.of("VERB", "AUX", "NOUN");
    private static final Set<String> OWNERS = Set.of("my", "our", "your", "their", "his", "her", "its");

    private final String says;
    private final List<Element> elements;

    Pattern(String says, List<Element> elements) {
        this.says = says;
        this.elements = List.copyOf(elements);
    }

    /** For each place that names words and must be there, its words or their beginnings. */
    List<Set<String>> needs() {
        List<Set<String>> needs = new ArrayList<>();
        for (Element element : elements) {
            switch (element) {
                case Words e when !e.optional() -> needs.add(e.words());
                case Entry e when !e.optional() -> needs.add(e.lexicon().heads());
                case Words e -> {}
                case Entry e -> {}
                case Class e -> {}
                case Gap e -> {}
                case Start e -> {}
                case End e -> {}
            }
        }
        return needs;
    }

    /**
     * The words of the place that has fewest of them and must be there: a clause without any of
     * them cannot match. Empty where no place names words.
     */
    Set<String> cues() {
        return needs().stream().min(Comparator.comparingInt(Set::size)).orElse(Set.of());
    }

    /** The shortest stretch that matches, the first of equals; absent where none does. */
    Rule.@Nullable Matched find(Subject subject) {
        Rule.Matched best = null;
        for (int from = 0; from <= subject.size(); from++) {
            BitSet at = new BitSet(subject.size() + 1);
            at.set(from);
            for (Element element : elements) {
                BitSet next = new BitSet(subject.size() + 1);
                step(element, subject, at, next);
                at = next;
            }
            int to = at.nextSetBit(0);
            if (to >= 0 && (best == null || to - from < best.size())) {
                best = new Rule.Matched(says, from, to);
            }
        }
        return best;
    }

    /** Whether the first place is one of those that {@link #needs} gives. */
    boolean beginsWithWords() {
        return switch (elements.get(0)) {
            case Words e -> !e.optional();
            case Entry e -> !e.optional();
            case Class e -> false;
            case Gap e -> false;
            case Start e -> false;
            case End e -> false;
        };
    }

    /**
     * Whether the pattern matches from one of these positions on.
     *
     * @param from one of the subject's own sets, which is used up
     */
    boolean matches(Subject subject, BitSet from) {
        BitSet at = from;
        BitSet next = subject.scratch(1);
        for (Element element : elements) {
            step(element, subject, at, next);
            if (next.isEmpty()) {
                return false;
            }
            BitSet free = at;
            at = next;
            next = free;
        }
        return true;
    }

    private static void step(Element element, Subject subject, BitSet at, BitSet next) {
        next.clear();
        for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
            move(element, subject, i, next);
        }
    }

    private static void move(Element element, Subject subject, int i, BitSet next) {
        int n = subject.size();
        switch (element) {
            case Words e -> {
                keep(e.optional(), i, next);
                if (i < n && subject.isWord(i, e.words())) {
                    next.set(i + 1);
                }
            }
            case Entry e -> {
                keep(e.optional(), i, next);
                if (i < n) {
                    forward(subject.lengths(e.lexicon(), i), i, next);
                }
            }
            case Class e -> {
                keep(e.optional(), i, next);
                int to = i < n ? end(e.kind(), subject, i) : -1;
                if (to > i) {
                    next.set(to);
                }
            }
            case Gap e -> {
                if (i + e.least() <= n) {
                    next.set(i + e.least(), Math.min(n, i + e.most()) + 1);
                }
            }
            case Start e -> {
                if (subject.isStart(i)) {
                    next.set(i);
                }
            }
            case End e -> {
                if (i == n) {
                    next.set(i);
                }
            }
        }
    }

    private static void keep(boolean optional, int i, BitSet next) {
        if (optional) {
            next.set(i);
        }
    }

    private static void forward(int lengths, int i, BitSet next) {
        for (int n = 1; n < 12; n++) {
            if ((lengths & 1 << n) != 0) {
                next.set(i + n);
            }
        }
    }

    private static int end(Kind kind, Subject subject, int i) {
        if (kind == Kind.TIME) {
            return subject.timeEnd(i);
        }
        return is(kind, subject.token(i)) ? i + 1 : -1;
    }

    private static boolean is(Kind kind, Token t) {
        return switch (kind) {
            case ANY, TIME -> true;
            case VERB -> t.tag().equals("VERB");
            case BASE ->
                    t.tag().equals("VERB")
                            && t.lower().equals(t.lemma())
                            && !isRegularPast(t.lower());
            case ING -> t.lower().endsWith("ing") && GERUNDS.contains(t.tag());
            case PAST -> isPast(t);
            case PRESENT ->
                    t.tag().equals("VERB")
                            && (t.lower().equals(t.lemma()) || t.lower().endsWith("s"))
                            && !isRegularPast(t.lower());
            case NOUN -> t.tag().equals("NOUN") || t.tag().equals("PROPN");
            case NAME -> t.tag().equals("PROPN");
            case NUMBER -> t.tag().equals("NUM") || Character.isDigit(t.lower().charAt(0));
            case ADJECTIVE -> t.tag().equals("ADJ");
            case PREPOSITION -> t.tag().equals("ADP");
            case DETERMINER ->
                    t.tag().equals("DET") || OWNERS.contains(t.lower());
        };
    }

    /** “need” and “feed” end like a past and are none. */
    private static boolean isRegularPast(String lower) {
        return lower.endsWith("ed") && !TextReader.isVerbBase(lower);
    }

    private static boolean isPast(Token t) {
        boolean changed =
                !t.lower().equals(t.lemma())
                        && !t.lower().endsWith("ing")
                        && !t.lower().endsWith("s");
        return (t.tag().equals("VERB") || t.tag().equals("ADJ"))
                && (isRegularPast(t.lower()) || changed);
    }
}
