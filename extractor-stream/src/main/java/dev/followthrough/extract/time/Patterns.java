package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the pattern file into the {@link Trie}; the grammar of a line stands at the head of that
 * file.
 */
final class Patterns {
    private final LabelIds ids;
    private final Lexicon lexicon;
    private final Trie trie = new Trie();
    private final Set<String> seen = new HashSet<>();
    private int order;

    Patterns(LabelIds ids, Lexicon lexicon) {
        this.ids = ids;
        this.lexicon = lexicon;
    }

    Trie trie() {
        return trie;
    }

    void add(Node line) {
        line.only(Set.of("id", "says", "sets", "weak"));
        String id = line.get("id").text();
        if (!seen.add(id)) {
            throw new DataFault(line.place(), "id must be used once: " + id);
        }
        Pattern pattern = new Pattern(id, order++, sets(line), weak(line));
        boolean reachable = false;
        for (Node form : line.get("says").items()) {
            reachable |= add(pattern, form);
        }
        if (!reachable) {
            throw new DataFault(line.place(), "pattern must not repeat earlier ones: " + id);
        }
    }

    /** A fixed run of words that sets one field: the name of a holiday. */
    void add(String id, List<String> words, Fields sets) {
        Pattern pattern =
                new Pattern(
                        id,
                        order++,
                        sets,
                        words.size() > 1 || !lexicon.isAmbiguous(words.getFirst())
                                ? Pattern.Weak.NO
                                : Pattern.Weak.HOLIDAY);
        trie.add(
                pattern,
                words.stream()
                        .map(word -> new Trie.Element(lexicon.literal(word), false, null))
                        .toList());
    }

    private static Fields sets(Node line) {
        Fields fields = Fields.NONE;
        if (!line.has("sets")) {
            return fields;
        }
        for (Map.Entry<String, Node> entry : line.get("sets").entries().entrySet()) {
            fields = fields.with(field(entry.getKey(), entry.getValue()), number(entry.getValue()));
        }
        return fields;
    }

    private static int number(Node value) {
        try {
            return Field.value(value.text());
        } catch (NumberFormatException e) {
            throw new DataFault(
                    value.place(),
                    "must be a number or the name of a unit, edge or part: " + value.text());
        }
    }

    private static Field field(String name, Node at) {
        try {
            return Field.named(name);
        } catch (IllegalArgumentException e) {
            throw new DataFault(at.place(), "must be a field of a time: " + name);
        }
    }

    private static Pattern.Weak weak(Node line) {
        if (!line.has("weak")) {
            return Pattern.Weak.NO;
        }
        Node weak = line.get("weak");
        try {
            return Pattern.Weak.valueOf(weak.text().replace('-', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DataFault(weak.place(), "must be a kind of weakness: " + weak.text());
        }
    }

    private boolean add(Pattern pattern, Node form) {
        List<List<Trie.Element>> forms = new ArrayList<>(List.of(List.of()));
        boolean glued = false;
        for (String element : form.text().trim().split(" +")) {
            if (element.equals("~")) {
                glued = true;
                continue;
            }
            forms = extend(forms, options(element, glued, form));
            glued = false;
        }
        boolean added = false;
        for (List<Trie.Element> elements : forms) {
            added |= !elements.isEmpty() && trie.add(pattern, elements);
        }
        return added;
    }

    private static List<List<Trie.Element>> extend(
            List<List<Trie.Element>> forms, List<Trie.@Nullable Element> options) {
        List<List<Trie.Element>> longer = new ArrayList<>();
        for (List<Trie.Element> form : forms) {
            for (Trie.Element option : options) {
                List<Trie.Element> copy = new ArrayList<>(form);
                if (option != null) {
                    copy.add(option);
                }
                longer.add(copy);
            }
        }
        return longer;
    }

    private List<Trie.@Nullable Element> options(String written, boolean gluedBefore, Node form) {
        boolean glued = gluedBefore || written.length() > 1 && written.startsWith("~");
        String element =
                written.length() > 1 && written.startsWith("~") ? written.substring(1) : written;
        List<Trie.@Nullable Element> options = new ArrayList<>();
        if (element.length() > 1 && element.endsWith("?")) {
            element = element.substring(0, element.length() - 1);
            options.add(null);
        }
        if (element.startsWith("{")) {
            options.add(classElement(element, glued, form));
        } else if (element.length() > 1 && element.startsWith("(")) {
            for (String word : element.substring(1, element.length() - 1).split("\\|")) {
                options.add(new Trie.Element(lexicon.literal(word), glued, null));
            }
        } else {
            options.add(new Trie.Element(lexicon.literal(element), glued, null));
        }
        return options;
    }

    private Trie.Element classElement(String element, boolean glued, Node form) {
        int colon = element.indexOf(':');
        int end = element.length() - 1;
        if (element.charAt(end) != '}') {
            throw new DataFault(form.place(), "class must end with }: " + element);
        }
        String name = element.substring(1, colon < 0 ? end : colon);
        int label = ids.known("{" + name + "}");
        if (label < 0) {
            throw new DataFault(form.place(), "class must be in the lexicon: " + name);
        }
        return new Trie.Element(
                label, glued, field(colon < 0 ? name : element.substring(colon + 1, end), form));
    }
}
