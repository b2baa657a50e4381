package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries rules on clauses. A pattern is tried only where the clause has a word for each of its places
 * that name words and must be there, which a few operations on bits decide. Immutable.
 */
public final class RuleIndex {
    /**
     * A pattern with the places it needs.
     *
     * @param first the place it begins with, or -1 where that names no words
     */
    private record Needing(Pattern pattern, long[] needs, int first) {}

    private record Indexed(Rule rule, long when, long unless, List<Needing> patterns) {}

    private final List<Indexed> rules = new ArrayList<>();
    private final Map<String, long[]> placesOf = new HashMap<>();
    private final int size;
    private final long[] none;

    public RuleIndex(List<Rule> rules) {
        Map<Set<String>, Integer> places = new HashMap<>();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.patterns()) {
                pattern.needs().forEach(words -> places.putIfAbsent(words, places.size()));
            }
        }
        size = (places.size() + Long.SIZE - 1) / Long.SIZE;
        none = new long[size];
        places.forEach(
                (words, place) ->
                        words.forEach(
                                word ->
                                        set(
                                                placesOf.computeIfAbsent(word, w -> new long[size]),
                                                place)));
        for (Rule rule : rules) {
            List<Needing> patterns = new ArrayList<>();
            for (Pattern pattern : rule.patterns()) {
                long[] needs = new long[size];
                pattern.needs().forEach(words -> set(needs, places.get(words)));
                int first = pattern.beginsWithWords() ? places.get(pattern.needs().get(0)) : -1;
                patterns.add(new Needing(pattern, needs, first));
            }
            this.rules.add(new Indexed(rule, bits(rule.when()), bits(rule.unless()), patterns));
        }
    }

    private static void set(long[] bits, int at) {
        bits[at / Long.SIZE] |= 1L << at;
    }

    private static long bits(Set<Flag> flags) {
        long bits = 0;
        for (Flag flag : flags) {
            bits |= 1L << flag.ordinal();
        }
        return bits;
    }

    /** The rules that fire on a clause with these flags, in their order. */
    public List<Rule> fired(Subject subject, Set<Flag> flags) {
        long[][] places = places(subject);
        long[] present = new long[size];
        for (long[] each : places) {
            add(each, present);
        }
        long marks = bits(flags);
        List<Rule> fired = new ArrayList<>();
        for (Indexed each : rules) {
            boolean allowed = (each.when() & ~marks) == 0 && (each.unless() & marks) == 0;
            if (allowed && matches(each, subject, places, present)) {
                fired.add(each.rule());
            }
        }
        return fired;
    }

    private static boolean matches(
            Indexed rule, Subject subject, long[][] places, long[] present) {
        for (Needing each : rule.patterns()) {
            if (holds(present, each.needs())
                    && each.pattern().matches(subject, starts(each, subject, places))) {
                return true;
            }
        }
        return false;
    }

    /** Where the pattern may begin. */
    private static BitSet starts(Needing pattern, Subject subject, long[][] places) {
        BitSet starts = subject.scratch(0);
        if (pattern.first() < 0) {
            starts.set(0, subject.size() + 1);
            return starts;
        }
        starts.clear();
        for (int i = 0; i < places.length; i++) {
            if ((places[i][pattern.first() / Long.SIZE] & 1L << pattern.first()) != 0) {
                starts.set(i);
            }
        }
        return starts;
    }

    private static boolean holds(long[] present, long[] needs) {
        for (int i = 0; i < needs.length; i++) {
            if ((needs[i] & ~present[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** For each token the places that it may stand in. */
    private long[][] places(Subject subject) {
        long[][] places = new long[subject.size()][];
        for (int i = 0; i < places.length; i++) {
            Token token = subject.token(i);
            places[i] = placesOf.getOrDefault(token.lower(), none);
            long[] ofLemma = placesOf.getOrDefault(token.lemma(), none);
            if (ofLemma != places[i]) {
                places[i] = places[i].clone();
                add(ofLemma, places[i]);
            }
        }
        return places;
    }

    private static void add(long[] places, long[] sum) {
        for (int i = 0; i < places.length; i++) {
            sum[i] |= places[i];
        }
    }
}
