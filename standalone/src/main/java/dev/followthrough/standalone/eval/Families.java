package dev.followthrough.standalone.eval;

import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.rules.RuleSet;

import java.util.Map;
import java.util.stream.Collectors;

/** The families of rules: those of one file belong together. */
final class Families {
    private static final Map<String, String> BY_RULE =
            RuleSet.english().rules().stream()
                    .collect(Collectors.toMap(Rule::id, Families::family));

    private Families() {}

    /** The family of a shipped rule; empty for any other. */
    static String of(String rule) {
        return BY_RULE.getOrDefault(rule, "");
    }

    private static String family(Rule rule) {
        String file = rule.where().substring(rule.where().lastIndexOf('/') + 1);
        return file.substring(0, file.indexOf('.'));
    }
}
