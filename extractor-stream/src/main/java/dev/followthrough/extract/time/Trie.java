package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All patterns in one trie over token labels. Longest match, then the earlier pattern. Filled at
 * load, only read afterwards.
 */
final class Trie {
    private static final int DEEPEST = 14;

    private final State root = new State();

    /**
     * One element of a pattern: a label, whether it must stand without a space, and the field that
     * keeps its value.
     */
    record Element(int label, boolean glued, @Nullable Field field) {}

    /** Adds one spelled-out form; false where an earlier pattern already has it. */
    boolean add(Pattern pattern, List<Element> elements) {
        State state = root;
        for (Element element : elements) {
            state =
                    state.next.computeIfAbsent(
                            key(element.label(), element.glued()), ignored -> new State());
        }
        if (state.pattern != null || elements.size() > DEEPEST) {
            return false;
        }
        state.pattern = pattern;
        state.captures = elements.stream().map(Element::field).toArray(Field[]::new);
        return true;
    }

    private static int key(int label, boolean glued) {
        return label * 2 + (glued ? 1 : 0);
    }

    /** The best match that begins at this token, if any. */
    @Nullable Match longest(Tokens tokens, int from) {
        if (tokens.at(from).labels().length == 0) {
            return null;
        }
        Search search = new Search(tokens, from);
        search.walk(root, from, 0);
        return search.best;
    }

    private static final class State {
        private final Map<Integer, State> next = new HashMap<>();
        private @Nullable Pattern pattern;
        private @Nullable Field[] captures = new Field[0];
    }

    private static final class Search {
        private final Tokens tokens;
        private final int from;
        private final int[] values = new int[DEEPEST + 1];
        private @Nullable Match best;

        Search(Tokens tokens, int from) {
            this.tokens = tokens;
            this.from = from;
        }

        void walk(State state, int at, int depth) {
            Pattern pattern = state.pattern;
            if (pattern != null && isBetter(pattern, at)) {
                best = new Match(from, at, fields(pattern, state.captures), pattern);
            }
            Token token = tokens.at(at);
            if (state.next.isEmpty() || token.sentence() != tokens.at(from).sentence()) {
                return;
            }
            for (int i = 0; i < token.labels().length; i++) {
                values[depth] = token.values()[i];
                step(state.next.get(key(token.labels()[i], false)), at, depth);
                if (token.glued()) {
                    step(state.next.get(key(token.labels()[i], true)), at, depth);
                }
            }
        }

        private void step(@Nullable State next, int at, int depth) {
            if (next != null) {
                int kept = values[depth];
                walk(next, at + 1, depth + 1);
                values[depth] = kept;
            }
        }

        private boolean isBetter(Pattern pattern, int end) {
            Match found = best;
            return found == null
                    || end > found.to()
                    || end == found.to() && pattern.order() < found.rule().order();
        }

        private Fields fields(Pattern pattern, @Nullable Field[] captures) {
            Fields fields = pattern.sets();
            int[] seen = Arrays.copyOf(values, captures.length);
            for (int i = 0; i < captures.length; i++) {
                Field field = captures[i];
                fields = field == null ? fields : fields.with(field, seen[i]);
            }
            return fields;
        }
    }
}
