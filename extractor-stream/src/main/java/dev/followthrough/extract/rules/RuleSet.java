package dev.followthrough.extract.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rules and lexicons of a language. Immutable, safe to share.
 *
 * @param rules in the order of their files, a company's own last
 * @param contract rules about the contract itself, a family apart: no judge sees them
 * @param lexicons by name
 * @param digest hash of the files
 * @param unused lexicons that no rule names
 * @param cues words of a company's own phrases that make a sentence worth reading, besides those
 *     that always do
 * @param index tries the rules on clauses
 */
public record RuleSet(
        List<Rule> rules,
        ContractRules contract,
        Map<String, Lexicon> lexicons,
        String digest,
        List<String> unused,
        Set<String> cues,
        RuleIndex index) {
    private static final class English {
        static final List<RuleFile> FILES = RuleLoader.shipped("/rules/en");
        static final RuleSet RULES = RuleLoader.load(FILES, List.of());
    }

    public RuleSet {
        rules = List.copyOf(rules);
        lexicons = Map.copyOf(lexicons);
        unused = List.copyOf(unused);
        cues = Set.copyOf(cues);
    }

    /**
     * The rules shipped with this module; a fault in them throws {@link RuleException} naming file,
     * line and column.
     */
    public static RuleSet english() {
        return English.RULES;
    }

    /**
     * The shipped rules under a company's own: files that add rules and words or switch shipped
     * rules off. Their order is that of their names, however they come. Examples are not tried
     * here, as that takes a reader of texts.
     *
     * @throws RuleException for the first fault, naming file, line and column
     */
    public static RuleSet english(Collection<RuleFile> overlay) {
        return overlay.isEmpty()
                ? english()
                : RuleLoader.load(
                        English.FILES,
                        overlay.stream().sorted(Comparator.comparing(RuleFile::name)).toList());
    }

    /** Rules of a company's own. */
    public List<Rule> own() {
        return rules.stream().filter(Rule::own).toList();
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
