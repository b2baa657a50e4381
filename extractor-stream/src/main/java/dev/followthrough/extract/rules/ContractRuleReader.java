package dev.followthrough.extract.rules;

import dev.followthrough.contracts.model.ContractFact;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads contract rules one by one; every fault names its place. */
final class ContractRuleReader {
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "name",
                    "kind",
                    "says",
                    "with",
                    "unless",
                    "open-ended",
                    "confidence",
                    "matches",
                    "does-not-match");

    private final Map<String, Lexicon> lexicons;
    private final Set<String> used = new HashSet<>();
    private final Places places = new Places();
    private final Set<String> ids = new HashSet<>();

    ContractRuleReader(Map<String, Lexicon> lexicons) {
        this.lexicons = lexicons;
    }

    Places places() {
        return places;
    }

    /** Lexicons that a rule read so far names. */
    Set<String> used() {
        return used;
    }

    ContractRule read(YamlNode node, boolean own) {
        RuleReader.check(node, FIELDS);
        String id = RuleReader.need(node, "id").needText();
        if (!ids.add(id)) {
            throw new RuleException(
                    RuleReader.need(node, "id").where(), "rule id '" + id + "' is used twice");
        }
        Map<String, YamlNode> fields = node.needFields();
        YamlNode open = fields.get("open-ended");
        return new ContractRule(
                id,
                RuleReader.need(node, "name").needText(),
                RuleReader.value(ContractFact.Kind.class, RuleReader.need(node, "kind")),
                RuleReader.need(node, "says").each().stream().map(this::shape).toList(),
                patterns(fields.get("with")),
                patterns(fields.get("unless")),
                open != null && Boolean.parseBoolean(open.needText()),
                RuleReader.number(RuleReader.need(node, "confidence")),
                RuleReader.examples(RuleReader.need(node, "matches"), true),
                RuleReader.examples(RuleReader.need(node, "does-not-match"), false),
                node.where(),
                own);
    }

    private Shape shape(YamlNode says) {
        try {
            Shape shape = Shape.of(says.needText(), parser());
            if (ContractRule.cues(shape).isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + says.needText() + "' must name a word or a lexicon");
            }
            return shape;
        } catch (IllegalArgumentException e) {
            throw new RuleException(says.where(), String.valueOf(e.getMessage()));
        }
    }

    private List<Pattern> patterns(@Nullable YamlNode node) {
        return node == null ? List.of() : node.each().stream().map(this::pattern).toList();
    }

    private Pattern pattern(YamlNode says) {
        try {
            return parser().parse(says.needText());
        } catch (IllegalArgumentException e) {
            throw new RuleException(says.where(), String.valueOf(e.getMessage()));
        }
    }

    private PatternParser parser() {
        return new PatternParser(lexicons, used, places);
    }
}
