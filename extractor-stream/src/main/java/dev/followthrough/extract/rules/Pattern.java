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

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A compiled {@code says}. Matching moves a set of positions through the elements, so it costs
 * elements × tokens and never more: there is nothing to backtrack.
 */
final class Pattern {
    private final String says;
    private final List<Element> elements;

    Pattern(String says, List<Element> elements) {
        this.says = says;
        this.elements = List.copyOf(elements);
    }

    /**
     * The words of the place that has fewest of them and must be there: a clause without any of
     * them cannot match. Empty where no place names words.
     */
    Set<String> cues() {
        Set<String> fewest = Set.of();
        for (Element element : elements) {
            Set<String> words =
                    switch (element) {
                        case Words e -> e.optional() ? Set.<String>of() : e.words();
                        case Entry e -> e.optional() ? Set.<String>of() : e.lexicon().heads();
                        case Class e -> Set.<String>of();
                        case Gap e -> Set.<String>of();
                        case Start e -> Set.<String>of();
                        case End e -> Set.<String>of();
                    };
            if (!words.isEmpty() && (fewest.isEmpty() || words.size() < fewest.size())) {
                fewest = words;
            }
        }
        return fewest;
    }

    /** The shortest stretch that matches, the first of equals; absent where none does. */
    Rule.@Nullable Matched find(Subject subject) {
        Rule.Matched best = null;
        for (int from = 0; from <= subject.size(); from++) {
            BitSet at = new BitSet(subject.size() + 1);
            at.set(from);
            for (Element element : elements) {
                at = step(element, subject, at);
            }
            int to = at.nextSetBit(0);
            if (to >= 0 && (best == null || to - from < best.size())) {
                best = new Rule.Matched(says, from, to);
            }
        }
        return best;
    }

    boolean matches(Subject subject) {
        BitSet at = new BitSet(subject.size() + 1);
        at.set(0, subject.size() + 1);
        for (Element element : elements) {
            at = step(element, subject, at);
            if (at.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static BitSet step(Element element, Subject subject, BitSet at) {
        BitSet next = new BitSet(subject.size() + 1);
        for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
            move(element, subject, i, next);
        }
        return next;
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
                    forward(subject.lengths(e.lexicon())[i], i, next);
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
            case ING -> t.lower().endsWith("ing") && t.tag().matches("VERB|AUX|NOUN");
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
                    t.tag().equals("DET") || t.lower().matches("my|our|your|their|his|her|its");
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
