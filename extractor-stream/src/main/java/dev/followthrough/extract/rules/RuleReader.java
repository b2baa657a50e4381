package dev.followthrough.extract.rules;

import dev.followthrough.contracts.model.ContextCategory;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Polarity;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads rules one by one; every fault names its place. */
final class RuleReader {
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "name",
                    "act",
                    "modality",
                    "polarity",
                    "category",
                    "says",
                    "when",
                    "unless",
                    "confidence",
                    "at-least",
                    "at-most",
                    "matches",
                    "does-not-match");

    private final Map<String, Lexicon> lexicons;
    private final Set<String> used = new HashSet<>();
    private final Places places = new Places();
    private final Set<String> ids = new HashSet<>();

    RuleReader(Map<String, Lexicon> lexicons) {
        this.lexicons = lexicons;
    }

    /** The places of all rules read so far. */
    Places places() {
        return places;
    }

    /** Lexicons that a rule read so far names. */
    Set<String> used() {
        return used;
    }

    /**
     * One rule.
     *
     * @param own from a company's own folder: no model was trained with it, so unless it says
     *     otherwise it is worth what it says, and as a lookalike it takes away what it says
     */
    Rule read(YamlNode node, boolean own) {
        check(node, FIELDS);
        Map<String, YamlNode> fields = node.needFields();
        String id = need(node, "id").needText();
        if (!ids.add(id)) {
            throw new RuleException(need(node, "id").where(), "rule id '" + id + "' is used twice");
        }
        Act act = value(Act.class, need(node, "act"));
        double confidence = number(need(node, "confidence"));
        boolean lookalike = act == Act.LOOKALIKE;
        return new Rule(
                id,
                need(node, "name").needText(),
                act,
                optional(Modality.class, fields.get("modality")),
                optional(Polarity.class, fields.get("polarity")),
                optional(ContextCategory.class, fields.get("category")),
                patterns(need(node, "says")),
                flags(fields.get("when")),
                flags(fields.get("unless")),
                confidence,
                number(fields.get("at-least"), own && !lookalike ? confidence : 0),
                number(fields.get("at-most"), own && lookalike ? 1 - confidence : 1),
                examples(need(node, "matches"), true),
                examples(need(node, "does-not-match"), false),
                node.where(),
                own);
    }

    static void check(YamlNode node, Set<String> known) {
        for (String field : node.needFields().keySet()) {
            if (!known.contains(field)) {
                throw new RuleException(
                        node.where(), "field '" + field + "' is none of " + new TreeSet<>(known));
            }
        }
    }

    static YamlNode need(YamlNode node, String field) {
        YamlNode value = node.needFields().get(field);
        if (value == null) {
            throw new RuleException(node.where(), "rule needs the field '" + field + "'");
        }
        return value;
    }

    static List<Example> examples(YamlNode node, boolean marked) {
        List<Example> examples = node.each().stream().map(Example::of).toList();
        if (examples.size() < 2) {
            throw new RuleException(
                    node.where(),
                    "'"
                            + (marked ? "matches" : "does-not-match")
                            + "' must have at least two examples");
        }
        for (Example example : examples) {
            if (marked && example.quote().isBlank()) {
                throw example.fault("example must mark what is found by [brackets]");
            }
        }
        return examples;
    }

    private List<Pattern> patterns(YamlNode node) {
        return node.each().stream().map(this::pattern).toList();
    }

    private Pattern pattern(YamlNode says) {
        try {
            return new PatternParser(lexicons, used, places).parse(says.needText());
        } catch (IllegalArgumentException e) {
            throw new RuleException(says.where(), String.valueOf(e.getMessage()));
        }
    }

    private static double number(@Nullable YamlNode node, double otherwise) {
        return node == null ? otherwise : number(node);
    }

    static double number(YamlNode node) {
        try {
            double value = Double.parseDouble(node.needText());
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, with the place
        }
        throw new RuleException(
                node.where(), "value must be a number in 0…1, was '" + node.needText() + "'");
    }

    private static Set<Flag> flags(@Nullable YamlNode node) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (node != null) {
            node.needItems().forEach(item -> flags.add(value(Flag.class, item)));
        }
        return flags;
    }

    private static <E extends Enum<E>> @Nullable E optional(
            Class<E> type, @Nullable YamlNode node) {
        return node == null ? null : value(type, node);
    }

    static <E extends Enum<E>> E value(Class<E> type, YamlNode node) {
        try {
            return Enum.valueOf(type, node.needText().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new RuleException(
                    node.where(),
                    "'"
                            + node.needText()
                            + "' is no "
                            + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
    }
}
