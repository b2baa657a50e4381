package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.Node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that name events, and where such a name ends. Read only. */
final class Events {
    static final String HEADS = "heads";
    static final String STRICT = "strict";
    static final String GATHERINGS = "gatherings";
    static final String CYCLES = "cycles";
    static final String PERIODS = "periods";
    static final Set<String> KEYS =
            Set.of(
                    HEADS,
                    STRICT,
                    GATHERINGS,
                    CYCLES,
                    PERIODS,
                    "determiners",
                    "stops",
                    "subjects",
                    "verbs",
                    "empty");
    private static final int LONGEST = 9;

    private final Map<String, Map<String, List<List<String>>>> kinds = new HashMap<>();
    private final Set<String> determiners;
    private final Map<String, List<List<String>>> stops;
    private final Set<String> subjects;
    private final Set<String> verbs;
    private final Set<String> empty;

    Events(Node data) {
        for (String kind : List.of(HEADS, STRICT, GATHERINGS, CYCLES, PERIODS)) {
            kinds.put(kind, byLastWord(data.get(kind)));
        }
        determiners = set(data, "determiners");
        stops =
                data.get("stops").texts().stream()
                        .map(Events::split)
                        .collect(Collectors.groupingBy(List::getFirst));
        subjects = set(data, "subjects");
        verbs = set(data, "verbs");
        empty = set(data, "empty");
    }

    private static Set<String> set(Node data, String name) {
        return data.get(name).words();
    }

    private static Map<String, List<List<String>>> byLastWord(Node phrases) {
        return phrases.words().stream()
                .map(Events::split)
                .collect(Collectors.groupingBy(List::getLast));
    }

    private static List<String> split(String phrase) {
        return List.of(phrase.trim().split(" +"));
    }

    /** First token of the name behind its determiners. */
    int nameStart(Tokens tokens, int index, Map<Integer, Integer> times) {
        int start = index;
        while (start - index < 3
                && !times.containsKey(start)
                && tokens.in(start, determiners)
                && tokens.sameSentence(start, start + 1)) {
            start++;
        }
        return start;
    }

    /**
     * One past the last token of the event or clause that begins here: up to a mark, a conjunction
     * or a time.
     */
    int end(Tokens tokens, int index, Map<Integer, Integer> times) {
        int end = index;
        while (end < tokens.size()
                && end - index < LONGEST
                && tokens.sameSentence(end, index)
                && !isEnd(tokens, end, index)
                && !times.containsKey(end)) {
            end++;
        }
        return end;
    }

    private boolean isEnd(Tokens tokens, int at, int index) {
        Token token = tokens.at(at);
        boolean hyphen =
                (token.is("-") || token.is("/"))
                        && token.glued()
                        && tokens.at(at + 1).glued()
                        && at > index;
        if (!token.isWord() && !token.isNumber() && token.word().charAt(0) != '\'') {
            return !hyphen;
        }
        return at > index && stops(tokens, at);
    }

    private boolean stops(Tokens tokens, int at) {
        for (List<String> stop : stops.getOrDefault(tokens.at(at).word(), List.of())) {
            if (tokens.startsWith(at, stop) > 0) {
                return true;
            }
        }
        return false;
    }

    /** One past the longest name of that kind in {@code [from, to)}; {@code from} where none is. */
    int prefix(Tokens tokens, int from, int to, String kind) {
        for (int end = to; end > from; end--) {
            if (endsIn(kinds.getOrDefault(kind, Map.of()), tokens, from, end)) {
                return end;
            }
        }
        return from;
    }

    private static boolean endsIn(
            Map<String, List<List<String>>> phrases, Tokens tokens, int from, int to) {
        for (List<String> phrase : phrases.getOrDefault(tokens.at(to - 1).word(), List.of())) {
            int start = to - phrase.size();
            if (start >= from && tokens.startsWith(start, phrase) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tokens are a clause rather than a name: “Sarah goes on leave”. */
    boolean isClause(Tokens tokens, int from, int to) {
        return tokens.in(from, subjects) && to > from + 1 || hasVerb(tokens, from, to);
    }

    /** A clause about somebody: “I hear from Stacy”, “they come to hand”. */
    boolean isPersonal(Tokens tokens, int from, int to) {
        return tokens.in(from, subjects) && to > from + 1;
    }

    /** Whether a verb in the present stands behind the first word. */
    boolean hasVerb(Tokens tokens, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.in(i, verbs)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty(Tokens tokens, int from, int to) {
        return to <= from
                || to - from == 1 && (tokens.in(from, empty) || !tokens.at(from).isWord());
    }
}
