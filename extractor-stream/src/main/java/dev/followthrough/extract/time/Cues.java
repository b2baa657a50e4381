package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;
import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.Node;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells a deadline from any other date by the words around it; weights are data. Bounded work a
 * time. Thread-safe.
 */
final class Cues {
    private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<Bound, Integer> dated;
    private final Map<Bound, Integer> anchored;
    private final Set<String> imperatives;
    private final Set<String> ends;
    private final int threshold;
    private final int left;
    private final int right;

    private static final Set<String> KEYS =
            Set.of(
                    "threshold",
                    "window",
                    "bounds",
                    "anchor-bounds",
                    "groups",
                    "imperatives",
                    "clause-ends");
    private static final Set<Bound> LIMITS =
            Set.of(Bound.BY, Bound.BEFORE, Bound.UNTIL, Bound.WITHIN);

    private enum Side {
        LEFT,
        RIGHT,
        ANY
    }

    /**
     * @param open counts only beside a time that nothing limits (“by”, “before”)
     * @param coarse counts only beside a month or longer
     */
    private record Group(String name, int weight, Side side, boolean open, boolean coarse) {
        boolean counts(boolean closed, boolean longer) {
            return !(open && closed) && (longer || !coarse);
        }
    }

    private record Cue(List<String> words, int group) {}

    Cues(Node data) {
        data.only(KEYS);
        data.get("window").only(Set.of("left", "right"));
        threshold = data.get("threshold").number();
        left = data.get("window").get("left").number();
        right = data.get("window").get("right").number();
        dated = bounds(data.get("bounds"));
        anchored = bounds(data.get("anchor-bounds"));
        imperatives = data.get("imperatives").words();
        ends = data.get("clause-ends").words();
        data.get("groups").entries().forEach(this::addGroup);
    }

    private static Map<Bound, Integer> bounds(Node weights) {
        Map<Bound, Integer> bounds = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            bounds.put(bound, weights.get(bound.name().toLowerCase(Locale.ROOT)).number());
        }
        return bounds;
    }

    private void addGroup(String name, Node group) {
        group.only(Set.of("weight", "side", "phrases", "open", "coarse"));
        groups.add(
                new Group(
                        name,
                        group.get("weight").number(),
                        side(group.get("side")),
                        group.has("open"),
                        group.has("coarse")));
        for (String phrase : group.get("phrases").words()) {
            List<String> words = List.of(phrase.trim().split(" +"));
            byFirstWord
                    .computeIfAbsent(words.getFirst(), ignored -> new ArrayList<>())
                    .add(new Cue(words, groups.size() - 1));
        }
    }

    private static Side side(Node side) {
        try {
            return Side.valueOf(side.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DataFault(side.place(), "must be left, right or any: " + side.text());
        }
    }

    /**
     * Whether something ends or is owed at the time that stands at tokens {@code [from, to)}.
     *
     * @param longer it is a month or longer
     */
    boolean isDeadline(
            Tokens tokens, int from, int to, Bound bound, boolean anchor, boolean longer) {
        if (tokens.is(to, "'s") && bound != Bound.BY && bound != Bound.BEFORE) {
            return false;
        }
        int base = (anchor ? anchored : dated).getOrDefault(bound, 0);
        boolean closed = bound == Bound.BY || bound == Bound.BEFORE;
        return base + score(tokens, from, to, LIMITS.contains(bound), closed, longer) >= threshold;
    }

    /**
     * Whether something is owed or asked for around tokens {@code [from, to)}, whatever they say.
     */
    boolean isWork(Tokens tokens, int from, int to) {
        return score(tokens, from, to, true, true, false) >= threshold;
    }

    /**
     * @param limits the words themselves are no event
     * @param closed appointments do not count
     */
    private int score(
            Tokens tokens, int from, int to, boolean limits, boolean closed, boolean longer) {
        boolean[] seen = new boolean[groups.size()];
        int start = clauseStart(tokens, from);
        int end = clauseEnd(tokens, to);
        for (int i = start; i < end; i++) {
            mark(tokens, i, from, to, limits, seen);
        }
        int score = 0;
        for (int g = 0; g < seen.length; g++) {
            boolean counts = seen[g] && groups.get(g).counts(closed, longer);
            score += counts ? groups.get(g).weight() : 0;
        }
        return score + (isImperative(tokens, start, from, to) ? threshold : 0);
    }

    /** What spoke for and against a deadline there; their sum decides. */
    List<TimeTrace.CueTrace> trace(
            Tokens tokens, int from, int to, Bound bound, boolean anchor, boolean longer) {
        List<TimeTrace.CueTrace> found = new ArrayList<>();
        int direction = (anchor ? anchored : dated).getOrDefault(bound, 0);
        if (direction != 0) {
            found.add(new TimeTrace.CueTrace(bound.name().toLowerCase(Locale.ROOT), "", direction));
        }
        boolean[] seen = new boolean[groups.size()];
        int start = clauseStart(tokens, from);
        int end = clauseEnd(tokens, to);
        for (int i = start; i < end; i++) {
            boolean[] before = seen.clone();
            mark(tokens, i, from, to, LIMITS.contains(bound), seen);
            for (int g = 0; g < seen.length; g++) {
                boolean closed = bound == Bound.BY || bound == Bound.BEFORE;
                if (seen[g] && !before[g] && groups.get(g).counts(closed, longer)) {
                    found.add(trace(tokens, i, groups.get(g), g));
                }
            }
        }
        if (isImperative(tokens, start, from, to)) {
            found.add(new TimeTrace.CueTrace("imperative", "", threshold));
        }
        return found;
    }

    private TimeTrace.CueTrace trace(Tokens tokens, int at, Group group, int index) {
        String words = "";
        for (Cue cue : byFirstWord.getOrDefault(tokens.at(at).word(), List.of())) {
            if (cue.group() == index && tokens.startsWith(at, cue.words()) > 0) {
                words = tokens.words(at, at + cue.words().size());
            }
        }
        return new TimeTrace.CueTrace(group.name(), words, group.weight());
    }

    /** A month, a quarter or a year. */
    static boolean isLonger(Grain grain) {
        return switch (grain) {
            case MONTH, QUARTER, YEAR -> true;
            case MINUTE, HOUR, PART, DAY, WEEK, EVENT -> false;
        };
    }

    int threshold() {
        return threshold;
    }

    private int clauseStart(Tokens tokens, int from) {
        int start = from;
        while (start > 0
                && from - start < left
                && tokens.sameSentence(start - 1, from)
                && !ends.contains(tokens.at(start - 1).word())) {
            start--;
        }
        return start;
    }

    private int clauseEnd(Tokens tokens, int to) {
        int end = to;
        while (end < tokens.size()
                && end - to < right
                && tokens.sameSentence(end, to - 1)
                && !ends.contains(tokens.at(end).word())) {
            end++;
        }
        return end;
    }

    /** A limit's own words are no event: “before lunch tomorrow”. */
    private void mark(Tokens tokens, int at, int from, int to, boolean limit, boolean[] seen) {
        for (Cue cue : byFirstWord.getOrDefault(tokens.at(at).word(), List.of())) {
            Side side = groups.get(cue.group()).side();
            boolean own = limit && at >= from && at < to && groups.get(cue.group()).weight() < 0;
            boolean fits =
                    side == Side.ANY && !own
                            || side == Side.LEFT && at < from
                            || side == Side.RIGHT && at >= to;
            if (fits && !seen[cue.group()] && tokens.startsWith(at, cue.words()) > 0) {
                seen[cue.group()] = true;
            }
        }
    }

    /** The clause begins with an order: “Send …”, “budget owners: lock …”, “By Friday, send …”. */
    private boolean isImperative(Tokens tokens, int start, int from, int to) {
        int first = start;
        while (first < from && !tokens.at(first).isWord()) {
            first++;
        }
        if (first < from && imperatives.contains(tokens.at(first).word())) {
            return true;
        }
        for (int i = start; i < from - 1; i++) {
            boolean opens =
                    tokens.is(i, ":")
                            || tokens.is(i, ",")
                            || tokens.is(i, "-")
                            || tokens.is(i, "so")
                            || tokens.is(i, "and");
            if (opens && imperatives.contains(tokens.at(i + 1).word())) {
                return true;
            }
        }
        return tokens.is(to, ",") && imperatives.contains(tokens.at(to + 1).word());
    }
}
