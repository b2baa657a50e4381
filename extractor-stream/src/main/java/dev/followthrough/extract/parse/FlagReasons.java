package dev.followthrough.extract.parse;

import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what set a flag, for a reader; decides nothing. */
final class FlagReasons {
    private final FlagFinder finder;

    FlagReasons(FlagFinder finder) {
        this.finder = finder;
    }

    String why(Flag flag, Unit unit) {
        String words = finder.lexiconWords(flag, unit.clause(), unit.slots());
        if (!words.isEmpty()) {
            return words;
        }
        return switch (flag) {
            case QUESTION ->
                    unit.clause().ending().equals("?") && unit.clause().last()
                            ? "ends in ?"
                            : "begins as a question does";
            case NEGATED -> first(unit, FlagFinder.NEGATORS, "no");
            case HYPOTHETICAL -> "modal " + quoted(String.valueOf(unit.slots().modal()));
            case QUOTED -> "inside quotation marks";
            case REPORTED -> "what somebody is said to have said";
            case PAST -> "tense of " + quoted(unit.slots().verb());
            case CONDITION -> first(unit, FlagFinder.CONDITIONS, "a condition");
            case TIME, RECURRING, DEADLINE -> times(unit.times());
            case ASKED -> "somebody asked just before";
            case QUESTIONED -> "somebody put a question just before";
            case PROMISED -> "somebody promised before";
            case BULLET -> "an item of a list";
            case OPENING -> "first clause of the text";
            case VERBLESS -> "no verb";
            case TO_HEARER -> first(unit, Set.of("you", "your", "yours"), "you");
            case SPOKEN -> "a turn of a meeting";
            case IMPERATIVE -> "order without a subject";
            case CAPABILITY,
                    HEDGED,
                    HABIT,
                    PLEASANTRY,
                    IMMEDIATE,
                    HEARER_DUTY,
                    JOKE,
                    WISH,
                    OPINION ->
                    "";
        };
    }

    private static String first(Unit unit, Set<String> words, String otherwise) {
        return unit.tokens().stream()
                .filter(token -> words.contains(token.lower()))
                .map(Token::text)
                .map(FlagReasons::quoted)
                .findFirst()
                .orElse(otherwise);
    }

    private static String times(List<TimeExpression> times) {
        return times.stream()
                .map(TimeExpression::text)
                .map(FlagReasons::quoted)
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String words) {
        return "“" + words + "”";
    }
}
