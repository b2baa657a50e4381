package dev.followthrough.extract.parse;

import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.text.Clause;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import java.util.List;
import java.util.Set;

/**
 * A clause with everything that was found in it; what the judge weighs and refiners turn into a
 * candidate.
 *
 * @param flags what it may be
 * @param times the times that begin in it
 * @param rules the rules that fired, in their order
 */
public record Unit(
        Clause clause, Slots slots, Set<Flag> flags, List<TimeExpression> times, List<Rule> rules) {
    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    public List<Token> tokens() {
        return clause.tokens();
    }

    /** Whether a time begins with the token at that place. */
    public boolean hasTimeAt(int index) {
        int start = tokens().get(index).start();
        return times.stream().anyMatch(time -> time.start() == start);
    }

    /** Whether any rule of that act fired. */
    public boolean has(Act act) {
        return rules.stream().anyMatch(r -> r.act() == act);
    }
}
