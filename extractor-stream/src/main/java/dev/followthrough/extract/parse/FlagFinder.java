package dev.followthrough.extract.parse;

import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Clause;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.Bound;
import dev.followthrough.extract.time.TimeExpression;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides the flags of a clause from its slots, its times and the lexicons of the same name.
 * Immutable.
 */
final class FlagFinder {
    private static final Flag[] FLAGS = Flag.values();

    static final Set<String> NEGATORS =
            Set.of("n't", "not", "never", "nor", "nobody", "none", "neither", "hardly");
    static final Set<String> CONDITIONS =
            Set.of("if", "once", "unless", "provided", "assuming", "whenever", "otherwise");

    /** Flags that a word or phrase of the lexicon of that name sets. */
    private static final Map<Flag, String> BY_LEXICON =
            new EnumMap<>(
                    Map.of(
                            Flag.HEDGED, "hedge",
                            Flag.HABIT, "habit",
                            Flag.PLEASANTRY, "pleasantry",
                            Flag.IMMEDIATE, "immediate",
                            Flag.JOKE, "joke",
                            Flag.WISH, "wish",
                            Flag.OPINION, "opinion",
                            Flag.HYPOTHETICAL, "hypothetical",
                            Flag.PAST, "past-marker",
                            Flag.HEARER_DUTY, "hearer-duty"));

    /** Weaken or wish only as, or right beside, the main verb. */
    private static final Set<Flag> OF_THE_VERB = EnumSet.of(Flag.WISH, Flag.OPINION);

    /** Weaken the main clause only. */
    private static final Set<Flag> OF_THE_CLAUSE = EnumSet.of(Flag.HEDGED, Flag.HABIT, Flag.PAST);

    private static final Set<String> UNREAL = Set.of("would", "could", "might", "may", "'d");
    private static final Set<String> ASKING =
            Set.of("what", "when", "where", "who", "why", "how", "which");
    private static final Set<String> NO_WORRY = Set.of("problem", "worries", "prob");
    private static final Set<String> HEARSAY = Set.of("apparently", "reportedly", "supposedly");
    private static final Set<String> HEARER = Set.of("you", "your", "yours");
    private static final Set<String> SUBJECTS =
            Set.of(
                    "you",
                    "we",
                    "i",
                    "they",
                    "he",
                    "she",
                    "it",
                    "that",
                    "this",
                    "there",
                    "anyone",
                    "somebody",
                    "someone");
    private static final Set<String> SUBORDINATORS =
            Set.of("if", "whether", "what", "that", "which", "who", "because", "how", "why");

    private final Map<Flag, Lexicon> lexicons = new EnumMap<>(Flag.class);
    private final Lexicon reporters;
    private final Map<String, Long> marks = new HashMap<>();

    FlagFinder(RuleSet rules) {
        BY_LEXICON.forEach((flag, name) -> lexicons.put(flag, rules.lexicon(name)));
        reporters = rules.lexicon("reporter");
        lexicons.put(Flag.CAPABILITY, rules.lexicon("capability"));
        lexicons.put(Flag.CONDITION, rules.lexicon("condition"));
        lexicons.forEach(
                (flag, lexicon) ->
                        lexicon.heads()
                                .forEach(head -> marks.merge(head, bit(flag), (a, b) -> a | b)));
    }

    private static long bit(Flag flag) {
        return 1L << flag.ordinal();
    }

    /** The flags whose words, or the first of whose words, it is. */
    private long hints(Token token) {
        long hints = marks.getOrDefault(token.lower(), 0L);
        return token.lemma().equals(token.lower())
                ? hints
                : hints | marks.getOrDefault(token.lemma(), 0L);
    }

    /** Sets the flags of which an entry occurs where it counts. */
    private void setByLexicon(
            Set<Flag> flags, List<Token> head, List<Token> main, List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            for (long left = hints(tokens.get(i)); left != 0; left &= left - 1) {
                Flag flag = FLAGS[Long.numberOfTrailingZeros(left)];
                List<Token> reach = reach(flag, head, main, tokens);
                Lexicon lexicon = Objects.requireNonNull(lexicons.get(flag));
                if (i < reach.size() && !flags.contains(flag)) {
                    set(flags, flag, lexicon.begins(reach, i));
                }
            }
        }
    }

    Set<Flag> find(Clause clause, Slots slots, List<TimeExpression> times, boolean quoted) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<Token> tokens = clause.tokens();
        List<Token> main = main(tokens, slots);
        List<Token> head = head(main, slots);
        setByLexicon(flags, head, main, tokens);
        set(flags, Flag.QUESTION, question(clause, slots));
        set(flags, Flag.NEGATED, negated(tokens, slots));
        set(flags, Flag.QUOTED, quoted);
        set(flags, Flag.REPORTED, reported(tokens, slots));
        set(flags, Flag.PAST, slots.tense() == Tense.PAST || slots.tense() == Tense.PERFECT);
        set(flags, Flag.CONDITION, anyOf(CONDITIONS, tokens));
        set(flags, Flag.HYPOTHETICAL, slots.modal() != null && UNREAL.contains(slots.modal()));
        set(flags, Flag.VERBLESS, slots.verbAt() < 0);
        set(flags, Flag.BULLET, clause.bullet());
        set(flags, Flag.OPENING, clause.sentence() == 0 && clause.first());
        set(flags, Flag.IMPERATIVE, slots.doer() == DoerKind.IMPERATIVE);
        set(flags, Flag.TO_HEARER, toHearer(tokens, slots));
        for (TimeExpression time : times) {
            set(flags, Flag.TIME, time.recurrence() == null);
            set(flags, Flag.RECURRING, time.recurrence() != null);
            set(
                    flags,
                    Flag.DEADLINE,
                    time.deadline()
                            || time.bound() == Bound.BY
                            || time.bound() == Bound.BEFORE
                            || time.bound() == Bound.WITHIN);
        }
        return flags;
    }

    private static List<Token> head(List<Token> main, Slots slots) {
        return main.subList(0, Math.min(main.size(), Math.max(0, slots.verbAt()) + 2));
    }

    /** How much of a clause a flag's words are looked for in. */
    private static List<Token> reach(
            Flag flag, List<Token> head, List<Token> main, List<Token> tokens) {
        return OF_THE_VERB.contains(flag) ? head : OF_THE_CLAUSE.contains(flag) ? main : tokens;
    }

    /** The words that set a flag, and their lexicon; empty where no word of a lexicon did. */
    String lexiconWords(Flag flag, Clause clause, Slots slots) {
        Lexicon lexicon = lexicons.get(flag);
        if (lexicon == null) {
            return "";
        }
        List<Token> main = main(clause.tokens(), slots);
        List<Token> words = lexicon.firstIn(reach(flag, head(main, slots), main, clause.tokens()));
        return words.isEmpty()
                ? ""
                : "“"
                        + words.stream().map(Token::text).collect(Collectors.joining(" "))
                        + "” of "
                        + lexicon.name();
    }

    /** Without what hangs on the main verb: “… to see if he is planning to come” hedges nothing. */
    private static List<Token> main(List<Token> tokens, Slots slots) {
        for (int i = Math.max(slots.verbAt(), slots.head()) + 1; i < tokens.size(); i++) {
            if (SUBORDINATORS.contains(tokens.get(i).lower())) {
                return tokens.subList(0, i);
            }
        }
        return tokens;
    }

    private static boolean anyOf(Set<String> words, List<Token> tokens) {
        for (Token token : tokens) {
            if (words.contains(token.lower())) {
                return true;
            }
        }
        return false;
    }

    private static void set(Set<Flag> flags, Flag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    private static boolean question(Clause clause, Slots slots) {
        if (clause.ending().equals("?") && clause.last()) {
            return true;
        }
        List<Token> tokens = clause.tokens();
        int head = slots.head();
        if (head + 1 >= tokens.size()) {
            return false;
        }
        Token first = tokens.get(head);
        Token second = tokens.get(head + 1);
        boolean inverted = first.tag().equals("AUX") && SUBJECTS.contains(second.lower());
        boolean asks =
                ASKING.contains(first.lower())
                        && (second.tag().equals("AUX") || first.lower().equals("how"));
        return inverted || asks && !clause.ending().equals(".");
    }

    private static boolean negated(List<Token> tokens, Slots slots) {
        int to = slots.verbAt() < 0 ? tokens.size() : Math.min(tokens.size(), slots.verbAt() + 2);
        for (int i = slots.head(); i < to; i++) {
            if (NEGATORS.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return tokens.get(0).lower().equals("no")
                && tokens.size() > 1
                && !tokens.get(1).text().equals(",")
                && !NO_WORRY.contains(tokens.get(1).lower());
    }

    private boolean reported(List<Token> tokens, Slots slots) {
        boolean future =
                slots.tense() == Tense.MODAL
                        || slots.tense() == Tense.WILL
                        || slots.tense() == Tense.GOING_TO;
        if (slots.verbAt() < 0 || future) {
            return false;
        }
        boolean third =
                slots.doer() == DoerKind.THIRD
                        || slots.doer() == DoerKind.NAMED
                        || slots.doer() == DoerKind.SOMEONE
                        || slots.doer() == DoerKind.THING
                        || slots.doer() == DoerKind.TEAM;
        return third && reporters.holds(tokens.get(slots.verbAt()))
                || HEARSAY.contains(tokens.get(0).lower());
    }

    private static boolean toHearer(List<Token> tokens, Slots slots) {
        for (int i = Math.max(slots.verbAt(), slots.head()) + 1; i < tokens.size(); i++) {
            if (HEARER.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
