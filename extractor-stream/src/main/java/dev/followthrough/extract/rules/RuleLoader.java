package dev.followthrough.extract.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts rules together: the shipped files that {@code index.txt} names, then those of an overlay.
 * All lexicons are read before any rule, so that words an overlay adds count in every rule. Every
 * fault names file, line and column.
 */
final class RuleLoader {
    private static final String LEXICONS = "lexicons";
    private static final String RULES = "rules";
    private static final String CONTRACT = "contract";
    private static final String OFF = "off";

    private record Parsed(RuleFile file, Map<String, YamlNode> fields) {}

    private RuleLoader() {}

    /** The files of a folder of this module. */
    static List<RuleFile> shipped(String folder) {
        List<RuleFile> files = new ArrayList<>();
        for (String name : resource(folder + "/index.txt").strip().split("\\s+")) {
            files.add(new RuleFile(name, resource(folder + "/" + name)));
        }
        return files;
    }

    static RuleSet load(List<RuleFile> shipped, List<RuleFile> overlay) {
        List<Parsed> base = parse(shipped, Set.of(LEXICONS, RULES, CONTRACT));
        List<Parsed> own = parse(overlay, Set.of(LEXICONS, RULES, CONTRACT, OFF));
        LexiconReader words = new LexiconReader();
        base.forEach(file -> fields(file, LEXICONS).forEach(words::shipped));
        own.forEach(file -> fields(file, LEXICONS).forEach(words::overlay));
        Map<String, Lexicon> lexicons = words.lexicons();
        RuleReader reader = new RuleReader(lexicons);
        List<Rule> rules = new ArrayList<>();
        base.forEach(f -> items(f, RULES).forEach(node -> rules.add(reader.read(node, false))));
        List<Rule> added = new ArrayList<>();
        own.forEach(f -> items(f, RULES).forEach(node -> added.add(reader.read(node, true))));
        ContractRuleReader contract = new ContractRuleReader(lexicons);
        List<ContractRule> facts = new ArrayList<>();
        base.forEach(f -> items(f, CONTRACT).forEach(n -> facts.add(contract.read(n, false))));
        switchOff(rules, facts, own);
        rules.addAll(added);
        own.forEach(f -> items(f, CONTRACT).forEach(n -> facts.add(contract.read(n, true))));
        Set<String> used = new HashSet<>(reader.used());
        used.addAll(contract.used());
        words.need(used);
        List<String> unused = lexicons.keySet().stream().filter(n -> !used.contains(n)).toList();
        Set<String> cues = new TreeSet<>(words.cues());
        added.forEach(rule -> cues.addAll(rule.cues()));
        RuleIndex index = new RuleIndex(rules, reader.places());
        return new RuleSet(
                rules,
                new ContractRules(facts, contract.places()),
                lexicons,
                digest(shipped, overlay),
                unused,
                cues,
                index);
    }

    private static List<Parsed> parse(List<RuleFile> files, Set<String> known) {
        List<Parsed> parsed = new ArrayList<>();
        for (RuleFile file : files) {
            YamlNode root = YamlNode.read(file);
            for (Map.Entry<String, YamlNode> field : root.needFields().entrySet()) {
                if (!known.contains(field.getKey())) {
                    throw new RuleException(
                            field.getValue().where(),
                            "'" + field.getKey() + "' is none of " + new TreeSet<>(known));
                }
            }
            parsed.add(new Parsed(file, root.needFields()));
        }
        return parsed;
    }

    private static Map<String, YamlNode> fields(Parsed file, String name) {
        YamlNode node = file.fields().get(name);
        return node == null ? Map.of() : node.needFields();
    }

    private static List<YamlNode> items(Parsed file, String name) {
        YamlNode node = file.fields().get(name);
        return node == null ? List.of() : node.needItems();
    }

    private static void switchOff(
            List<Rule> rules, List<ContractRule> contract, List<Parsed> overlay) {
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> ids.add(rule.id()));
        contract.forEach(rule -> ids.add(rule.id()));
        Set<String> off = new HashSet<>();
        for (Parsed file : overlay) {
            for (YamlNode id : items(file, OFF)) {
                if (!ids.contains(id.needText())) {
                    throw new RuleException(
                            id.where(), "'" + id.needText() + "' is the id of no shipped rule");
                }
                off.add(id.needText());
            }
        }
        rules.removeIf(rule -> off.contains(rule.id()));
        contract.removeIf(rule -> off.contains(rule.id()));
    }

    /** Of contents alone for what is shipped, of names too for an overlay. */
    private static String digest(List<RuleFile> shipped, List<RuleFile> overlay) {
        MessageDigest digest = sha256();
        shipped.forEach(file -> digest.update(file.bytes()));
        for (RuleFile file : overlay) {
            digest.update(("\0" + file.name() + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(file.bytes());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static String resource(String path) {
        try (InputStream in =
                Objects.requireNonNull(RuleLoader.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
}
