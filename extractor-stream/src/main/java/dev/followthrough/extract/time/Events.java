package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.Node;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that name events, and where such a name ends. Read only. */
final class Events {
    private static final int LONGEST = 9;

    private final Map<String, List<List<String>>> heads;
    private final Map<String, List<List<String>>> strict;
    private final Set<String> determiners;
    private final Set<String> stops;
    private final Set<String> subjects;
    private final Set<String> verbs;
    private final Set<String> empty;

    Events(Node data) {
        heads = byLastWord(data.get("heads"));
        strict = byLastWord(data.get("strict"));
        determiners = set(data, "determiners");
        stops = set(data, "stops");
        subjects = set(data, "subjects");
        verbs = set(data, "verbs");
        empty = set(data, "empty");
    }

    private static Set<String> set(Node data, String name) {
        return data.get(name).texts().stream().collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, List<List<String>>> byLastWord(Node phrases) {
        return phrases.texts().stream()
                .map(text -> List.of(text.trim().split(" +")))
                .collect(Collectors.groupingBy(List::getLast));
    }

    /** First token of the name behind its determiners. */
    int nameStart(Tokens tokens, int index) {
        int start = index;
        while (tokens.in(start, determiners) && tokens.sameSentence(start, index)) {
            start++;
        }
        return start;
    }

    /**
     * One past the last token of the event or clause that begins here: up to a mark, a conjunction
     * or a time.
     */
    int end(Tokens tokens, int index, Set<Integer> times) {
        int end = index;
        while (end < tokens.size()
                && end - index < LONGEST
                && tokens.sameSentence(end, index)
                && !isEnd(tokens, end, index)
                && !times.contains(end)) {
            end++;
        }
        return end;
    }

    private boolean isEnd(Tokens tokens, int at, int index) {
        Token token = tokens.at(at);
        boolean hyphen = token.is("-") && token.glued() && tokens.at(at + 1).glued();
        if (!token.isWord() && !token.isNumber() && token.word().charAt(0) != '\'') {
            return !hyphen;
        }
        return at > index && tokens.in(at, stops);
    }

    /** Whether the tokens end in the name of an event. */
    boolean isEvent(Tokens tokens, int from, int to) {
        return endsIn(heads, tokens, from, to);
    }

    /** Whether they end in a name that needs no “before” to be one. */
    boolean isStrict(Tokens tokens, int from, int to) {
        return endsIn(strict, tokens, from, to);
    }

    private static boolean endsIn(
            Map<String, List<List<String>>> phrases, Tokens tokens, int from, int to) {
        for (List<String> phrase : phrases.getOrDefault(tokens.at(to - 1).word(), List.of())) {
            if (to - phrase.size() >= from && tokens.endsWith(to, phrase) > 0
                    || to == tokens.size()
                            && to - phrase.size() >= from
                            && tokens.startsWith(to - phrase.size(), phrase) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tokens are a clause rather than a name: “Sarah goes on leave”. */
    boolean isClause(Tokens tokens, int from, int to) {
        if (tokens.in(from, subjects)) {
            return true;
        }
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
