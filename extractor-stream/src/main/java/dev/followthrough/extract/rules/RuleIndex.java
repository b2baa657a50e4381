package dev.followthrough.extract.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Tries rules on clauses. A pattern is tried only where the clause has a word for each of its
 * places that name words and must be there; by the rarest of them it is found. Immutable.
 */
public final class RuleIndex {
    /**
     * A pattern of a rule.
     *
     * @param rule its number
     * @param needs the places it needs
     */
    private record Tried(int rule, Pattern pattern, int[] needs) {}

    private final List<Rule> rules;
    private final Places places;

    /** All patterns, in the order of their rules. */
    private final Tried[] patterns;

    /**
     * The flags that each pattern's rule needs, and those with which it never fires, a bit each.
     */
    private final long[] when;

    private final long[] unless;

    /** Numbers of the patterns whose rarest place it is, by place. */
    private final int[][] byPlace;

    /** Patterns that need no word. */
    private final BitSet wordless = new BitSet();

    RuleIndex(List<Rule> rules, Places places) {
        this.places = places;
        this.rules = List.copyOf(rules);
        List<Tried> tried = new ArrayList<>();
        List<List<Integer>> found = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            found.add(new ArrayList<>());
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            for (Pattern pattern : rules.get(rule).patterns()) {
                int[] needs = needs(List.of(pattern), places);
                if (needs.length == 0) {
                    wordless.set(tried.size());
                } else {
                    found.get(needs[0]).add(tried.size());
                }
                tried.add(new Tried(rule, pattern, needs));
            }
        }
        patterns = tried.toArray(Tried[]::new);
        when = tried.stream().mapToLong(each -> bits(rules.get(each.rule()).when())).toArray();
        unless = tried.stream().mapToLong(each -> bits(rules.get(each.rule()).unless())).toArray();
        byPlace =
                found.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    /** The places that all these patterns need together, those of fewest words first. */
    static int[] needs(List<Pattern> patterns, Places places) {
        return patterns.stream()
                .flatMap(pattern -> pattern.needs().stream())
                .distinct()
                .sorted(Comparator.comparingInt(places::words))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long bits(Set<Flag> flags) {
        long bits = 0;
        for (Flag flag : flags) {
            bits |= 1L << flag.ordinal();
        }
        return bits;
    }

    /** What patterns are tried on, with no tokens yet. */
    public Subject subject() {
        return new Subject(places);
    }

    /** The rules that fire on a clause with these flags, in their order. */
    public List<Rule> fired(Subject subject, Set<Flag> flags) {
        BitSet candidates = (BitSet) wordless.clone();
        for (int place = subject.nextFilled(0); place >= 0; place = subject.nextFilled(place + 1)) {
            for (int number : byPlace[place]) {
                candidates.set(number);
            }
        }
        long marks = bits(flags);
        List<Rule> fired = new ArrayList<>();
        int last = -1;
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if ((when[i] & ~marks) != 0 || (unless[i] & marks) != 0) {
                continue;
            }
            Tried tried = patterns[i];
            if (tried.rule() != last
                    && subject.hasAll(tried.needs())
                    && tried.pattern().matches(subject)) {
                last = tried.rule();
                fired.add(rules.get(last));
            }
        }
        return fired;
    }
}
