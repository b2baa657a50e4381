package dev.followthrough.extract.rules;

import java.util.List;
import java.util.Map;

/**
 * All rules and lexicons of a language. Immutable, safe to share.
 *
 * @param rules in the order of their files
 * @param lexicons by name
 * @param digest hash of the files
 * @param unused lexicons that no rule names
 */
public record RuleSet(
        List<Rule> rules, Map<String, Lexicon> lexicons, String digest, List<String> unused) {
    private static final class English {
        static final RuleSet RULES = RuleLoader.fromResources("/rules/en");
    }

    public RuleSet {
        rules = List.copyOf(rules);
        lexicons = Map.copyOf(lexicons);
        unused = List.copyOf(unused);
    }

    /**
     * The rules shipped with this module; a fault in them throws {@link RuleException} naming file,
     * line and column.
     */
    public static RuleSet english() {
        return English.RULES;
    }

    /** A lexicon that code needs. */
    public Lexicon lexicon(String name) {
        Lexicon lexicon = lexicons.get(name);
        if (lexicon == null) {
            throw new IllegalArgumentException("lexicon must exist, was '" + name + "'");
        }
        return lexicon;
    }
}
