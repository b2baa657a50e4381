package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.TextReader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers lexicons, the shipped ones first; an overlay adds to them or brings its own. */
final class LexiconReader {
    /** Longer entries could never match: a pattern steps so many tokens at most. */
    private static final int LONGEST = 11;

    /** What titles leave out is the product's: titles are compared between companies. */
    private static final String GENERIC = "generic-word";

    private static final class Entries {
        final List<String> all = new ArrayList<>();
        final Set<String> normal = new HashSet<>();
    }

    private final Map<String, Entries> lexicons = new TreeMap<>();
    private final Map<String, String> brought = new TreeMap<>();
    private final Set<String> cues = new TreeSet<>();

    void shipped(String name, YamlNode node) {
        if (lexicons.containsKey(name)) {
            throw new RuleException(node.where(), "lexicon '" + name + "' stands twice");
        }
        add(name, node);
    }

    void overlay(String name, YamlNode node) {
        if (name.equals(GENERIC)) {
            throw new RuleException(node.where(), "lexicon '" + name + "' cannot be added to");
        }
        if (!lexicons.containsKey(name)) {
            brought.put(name, node.where());
        }
        add(name, node).forEach(entry -> cues.addAll(TextReader.words(entry)));
    }

    private List<String> add(String name, YamlNode node) {
        Entries entries = lexicons.computeIfAbsent(name, n -> new Entries());
        List<String> added = new ArrayList<>();
        for (YamlNode item : node.needItems()) {
            for (String entry : item.needText().split("\\s*,\\s*")) {
                List<String> words = TextReader.words(entry);
                if (!entry.equals(entry.toLowerCase(Locale.ROOT)) || entry.isBlank()) {
                    throw new RuleException(
                            item.where(), "entry '" + entry + "' must be lower case and not blank");
                }
                if (words.isEmpty() || words.size() > LONGEST) {
                    throw new RuleException(
                            item.where(),
                            "entry '" + entry + "' must have 1 to " + LONGEST + " words");
                }
                if (!entries.normal.add(String.join(" ", words))) {
                    throw new RuleException(
                            item.where(),
                            "entry '" + entry + "' of '" + name + "' is dead: it stands twice");
                }
                added.add(entry);
            }
        }
        entries.all.addAll(added);
        return added;
    }

    Map<String, Lexicon> lexicons() {
        Map<String, Lexicon> built = new TreeMap<>();
        lexicons.forEach((name, entries) -> built.put(name, new Lexicon(name, entries.all)));
        return built;
    }

    /** Words that an overlay added: a sentence that holds one is worth reading. */
    Set<String> cues() {
        return cues;
    }

    /** A lexicon that an overlay brings and no rule names is a slip of the pen. */
    void need(Set<String> used) {
        brought.forEach(
                (name, where) -> {
                    if (!used.contains(name)) {
                        throw new RuleException(
                                where,
                                "lexicon '"
                                        + name
                                        + "' is named by no rule and adds to none that is shipped");
                    }
                });
    }
}
