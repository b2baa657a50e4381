package dev.followthrough.extract.parse;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.RuleIndex;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.rules.Subject;
import dev.followthrough.extract.text.Clause;
import dev.followthrough.extract.text.Ordered;
import dev.followthrough.extract.text.Sentence;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads a text into units, in an order that matters: times first, for they take words away from
 * every other reading (“May”, “second”); then slots, then flags (which read slots), then rules
 * (which read flags). Not thread-safe.
 */
public final class ClauseParser {
    /** How far back a quotation may have been opened. */
    private static final int QUOTE_REACH = 400;

    private static final Set<String> DIRECTIONS =
            Set.of(
                    "by", "until", "till", "before", "on", "in", "within", "from", "after", "at",
                    "to", "into", "of", "for");

    private static final Set<String> UNTIL = Set.of("to", "until", "till", "into");

    private final TextReader reader;
    private final RuleIndex rules;
    private final SlotFinder slots;
    private final FlagFinder flags;
    private final Subject subject;

    public ClauseParser(RuleSet rules) {
        this.rules = rules.index();
        this.reader = new TextReader(rules.cues());
        this.slots = new SlotFinder(rules);
        this.flags = new FlagFinder(rules);
        this.subject = this.rules.subject();
    }

    /** Units in the order of the text. */
    public List<Unit> parse(Signal signal, List<TimeExpression> times, People people, Past past) {
        String text = signal.text();
        boolean quotes = text.indexOf('"') >= 0 || text.indexOf('“') >= 0;
        List<Unit> units = new ArrayList<>();
        for (Clause clause : reader.read(text, !past.turns().isEmpty())) {
            boolean quoted = quotes && isQuoted(text, clause);
            units.add(unit(signal, clause, quoted, times, people, past));
        }
        return units;
    }

    private Unit unit(
            Signal signal,
            Clause clause,
            boolean quoted,
            List<TimeExpression> times,
            People people,
            Past past) {
        List<TimeExpression> own = within(clause, times);
        Slots found = slots.find(clause, people);
        Set<Flag> marks = flags.find(clause, found, own, quoted);
        past.mark(marks);
        if (signal.kind() == SignalKind.TURN) {
            marks.add(Flag.SPOKEN);
        }
        subject.on(clause.tokens(), timeEnds(clause.tokens(), own), found.head());
        return new Unit(clause, found, marks, own, rules.fired(subject, marks));
    }

    /** What rules were tried on, again: for explanations. */
    public Subject subject(Unit unit) {
        return rules.subject()
                .on(unit.tokens(), timeEnds(unit.tokens(), unit.times()), unit.slots().head());
    }

    /** What set a flag of a unit, for a reader. */
    public String why(Flag flag, Unit unit) {
        return new FlagReasons(flags).why(flag, unit);
    }

    /** The sentences of a text, also those that were not worth reading. */
    public List<Sentence> sentences(String text, Past past) {
        return reader.sentences(text, !past.turns().isEmpty());
    }

    private static List<TimeExpression> within(Clause clause, List<TimeExpression> times) {
        return List.copyOf(
                Ordered.between(clause.start(), clause.end(), times, TimeExpression::start));
    }

    private static int[] timeEnds(List<Token> tokens, List<TimeExpression> times) {
        int[] ends = new int[tokens.size()];
        Arrays.fill(ends, -1);
        for (TimeExpression time : times) {
            int from = 0;
            while (from < tokens.size() && tokens.get(from).end() <= time.start()) {
                from++;
            }
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < time.end()) {
                to++;
            }
            if (from < tokens.size() && to > from) {
                ends[from] = to;
                // “until Friday” is one time; a pattern may say “until {time}” all the same, and
                // “from … to {time}” of “from Monday to Friday”.
                for (int i = from; i + 1 < to; i++) {
                    String word = tokens.get(i).lower();
                    if (i == from ? DIRECTIONS.contains(word) : UNTIL.contains(word)) {
                        ends[i + 1] = to;
                    }
                }
            }
        }
        return ends;
    }

    /** A quotation may open within: “Clerk: "we will clean it"”. */
    private static boolean isQuoted(String text, Clause clause) {
        return isOpen(text, clause.start()) || isOpen(text, clause.end());
    }

    private static boolean isOpen(String text, int at) {
        int open = 0;
        for (int i = Math.max(0, at - QUOTE_REACH); i < at; i++) {
            char c = text.charAt(i);
            boolean inches = i > 0 && Character.isDigit(text.charAt(i - 1));
            if (c == '\n') {
                open = 0;
            } else if (c == '"' && (!inches || open == 1)) {
                open = 1 - open;
            } else if (c == '“') {
                open = 1;
            } else if (c == '”') {
                open = 0;
            }
        }
        return open == 1;
    }
}
