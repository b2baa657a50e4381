package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tries rules on clauses. A pattern is tried only where the clause has a word for each of its
 * places that name words and must be there, which a few operations on bits decide. Immutable.
 */
public final class RuleIndex {
    /** A pattern with the places it needs, a bit each. */
    private record Needing(Pattern pattern, long[] needs) {}

    private record Indexed(Rule rule, long when, long unless, List<Needing> patterns) {}

    private final List<Indexed> rules = new ArrayList<>();
    private final Places places;

    RuleIndex(List<Rule> rules, Places places) {
        this.places = places;
        for (Rule rule : rules) {
            List<Needing> patterns = new ArrayList<>();
            for (Pattern pattern : rule.patterns()) {
                patterns.add(new Needing(pattern, needs(List.of(pattern), places)));
            }
            this.rules.add(new Indexed(rule, bits(rule.when()), bits(rule.unless()), patterns));
        }
    }

    /** The places that all these patterns need together, a bit each. */
    static long[] needs(List<Pattern> patterns, Places places) {
        long[] needs = new long[places.size() / Long.SIZE + 1];
        for (Pattern pattern : patterns) {
            pattern.needs().forEach(place -> needs[place / Long.SIZE] |= 1L << place);
        }
        return needs;
    }

    private static long bits(Set<Flag> flags) {
        long bits = 0;
        for (Flag flag : flags) {
            bits |= 1L << flag.ordinal();
        }
        return bits;
    }

    /**
     * What patterns are tried on.
     *
     * @param timeEnds for each token the index after the time that begins there, or -1
     * @param head index of the first word that is no filler and no name of address
     */
    public Subject subject(List<Token> tokens, int[] timeEnds, int head) {
        return new Subject(tokens, timeEnds, head, places);
    }

    /** The rules that fire on a clause with these flags, in their order. */
    public List<Rule> fired(Subject subject, Set<Flag> flags) {
        long marks = bits(flags);
        List<Rule> fired = new ArrayList<>();
        for (Indexed each : rules) {
            boolean allowed = (each.when() & ~marks) == 0 && (each.unless() & marks) == 0;
            if (allowed && matches(each, subject)) {
                fired.add(each.rule());
            }
        }
        return fired;
    }

    private static boolean matches(Indexed rule, Subject subject) {
        for (Needing each : rule.patterns()) {
            if (subject.hasAll(each.needs()) && each.pattern().matches(subject)) {
                return true;
            }
        }
        return false;
    }
}
