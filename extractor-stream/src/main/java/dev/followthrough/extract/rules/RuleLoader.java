package dev.followthrough.extract.rules;

import dev.followthrough.contracts.model.ContextCategory;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.extract.text.TextReader;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code index.txt} and the files it names, lexicons first. Every fault names file, line and
 * column.
 */
final class RuleLoader {
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

    private final Map<String, Lexicon> lexicons = new TreeMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();

    private RuleLoader() {}

    static RuleSet fromResources(String folder) {
        RuleLoader loader = new RuleLoader();
        MessageDigest digest = sha256();
        for (String file :
                new String(bytes(folder + "/index.txt"), StandardCharsets.UTF_8)
                        .strip()
                        .split("\\s+")) {
            byte[] content = bytes(folder + "/" + file);
            digest.update(content);
            loader.read(content, file);
        }
        List<String> unused =
                loader.lexicons.keySet().stream().filter(n -> !loader.used.contains(n)).toList();
        return new RuleSet(
                loader.rules,
                loader.lexicons,
                HexFormat.of().formatHex(digest.digest(), 0, 8),
                unused);
    }

    /** Reads rules from one text, for tests; the shipped lexicons are at hand. */
    static RuleSet fromText(String yaml, String file, Map<String, Lexicon> lexicons) {
        RuleLoader loader = new RuleLoader();
        loader.lexicons.putAll(lexicons);
        loader.read(yaml.getBytes(StandardCharsets.UTF_8), file);
        return new RuleSet(loader.rules, loader.lexicons, "", List.of());
    }

    private static byte[] bytes(String path) {
        try (InputStream in =
                Objects.requireNonNull(RuleLoader.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(byte[] content, String file) {
        try {
            Map<String, YamlNode> fields =
                    YamlNode.read(new ByteArrayInputStream(content), file).needFields();
            if (fields.containsKey("lexicons")) {
                fields.get("lexicons").needFields().forEach(this::lexicon);
            }
            if (fields.containsKey("rules")) {
                fields.get("rules").needItems().forEach(this::rule);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lexicon(String name, YamlNode node) {
        Set<String> entries = new HashSet<>();
        List<String> all = new ArrayList<>();
        for (YamlNode item : node.needItems()) {
            for (String entry : item.needText().split("\\s*,\\s*")) {
                if (!entry.equals(entry.toLowerCase(Locale.ROOT)) || entry.isBlank()) {
                    throw new RuleException(
                            item.where(), "entry '" + entry + "' must be lower case and not blank");
                }
                if (!entries.add(String.join(" ", TextReader.words(entry)))) {
                    throw new RuleException(
                            item.where(),
                            "entry '" + entry + "' of '" + name + "' is dead: it stands twice");
                }
                all.add(entry);
            }
        }
        if (lexicons.put(name, new Lexicon(name, all)) != null) {
            throw new RuleException(node.where(), "lexicon '" + name + "' stands twice");
        }
    }

    private void rule(YamlNode node) {
        Map<String, YamlNode> fields = node.needFields();
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new RuleException(
                        node.where(),
                        "field '" + field + "' is none of " + new java.util.TreeSet<>(FIELDS));
            }
        }
        String id = need(node, "id").needText();
        if (!ids.add(id)) {
            throw new RuleException(need(node, "id").where(), "rule id '" + id + "' is used twice");
        }
        rules.add(
                new Rule(
                        id,
                        need(node, "name").needText(),
                        value(Act.class, need(node, "act")),
                        optional(Modality.class, fields.get("modality")),
                        optional(Polarity.class, fields.get("polarity")),
                        optional(ContextCategory.class, fields.get("category")),
                        patterns(need(node, "says")),
                        flags(fields.get("when")),
                        flags(fields.get("unless")),
                        confidence(need(node, "confidence")),
                        fields.containsKey("at-least") ? confidence(need(node, "at-least")) : 0,
                        fields.containsKey("at-most") ? confidence(need(node, "at-most")) : 1,
                        examples(node, "matches"),
                        examples(node, "does-not-match"),
                        node.where()));
    }

    private static YamlNode need(YamlNode node, String field) {
        YamlNode value = node.needFields().get(field);
        if (value == null) {
            throw new RuleException(node.where(), "rule needs the field '" + field + "'");
        }
        return value;
    }

    private static List<String> examples(YamlNode rule, String field) {
        YamlNode node = need(rule, field);
        if (node.texts().size() < 2) {
            throw new RuleException(
                    node.where(), "'" + field + "' must have at least two examples");
        }
        return node.texts();
    }

    private List<Pattern> patterns(YamlNode node) {
        try {
            return node.texts().stream().map(new PatternParser(lexicons, used)::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new RuleException(node.where(), String.valueOf(e.getMessage()));
        }
    }

    private static double confidence(YamlNode node) {
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

    private static <E extends Enum<E>> E value(Class<E> type, YamlNode node) {
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
