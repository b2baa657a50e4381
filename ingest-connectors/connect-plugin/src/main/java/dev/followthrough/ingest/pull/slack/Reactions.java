package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reactions that a channel's recent messages had, so that one taken back is missed. Part of a
 * checkpoint, some 30 characters a reaction. Not for several threads.
 *
 * <p>A message does not say when it was reacted to, so what changes is counted: a reaction that is
 * listed has revision 0, taken back 1, given again 2. Whatever an event tells has its time for a
 * revision, and wins.
 */
final class Reactions {
    private static final Pattern GIVEN = Pattern.compile("\\S{1,100}/[^\\s/]{1,30}");
    private static final Pattern MESSAGE = Pattern.compile("@(\\d{1,18})");
    private static final Pattern STATE = Pattern.compile("(\\S{3,131})/(\\d{1,6})(!?)");

    /** By message and by {@code name/user}. */
    private final NavigableMap<Long, NavigableMap<String, State>> all = new TreeMap<>();

    /**
     * @param changes how often it was taken back or given again
     * @param missed whether it was looked for once and not found
     */
    record State(int changes, boolean missed) {
        static final State GIVEN_ONCE = new State(0, false);

        boolean takenBack() {
            return changes % 2 == 1;
        }

        /** Once may be the source's mistake, twice is taken back. */
        State seen(boolean there) {
            if (there != takenBack()) {
                return new State(changes, false);
            }
            return there || missed ? new State(changes + 1, false) : new State(changes, true);
        }
    }

    /** A reaction that is no more, or is there again. */
    record Change(String name, String user, int revision, boolean takenBack) {
        static Change of(String given, State now) {
            int slash = given.lastIndexOf('/'); // an emoji may be named anything
            return new Change(
                    given.substring(0, slash),
                    given.substring(slash + 1),
                    now.changes(),
                    now.takenBack());
        }
    }

    /** Reads what {@link #text} wrote, and leaves out what is no such text. */
    static Reactions of(String text) {
        Reactions read = new Reactions();
        long at = Ts.NONE;
        for (String each : text.split(" ")) {
            Matcher message = MESSAGE.matcher(each);
            Matcher state = STATE.matcher(each);
            if (message.matches()) {
                at = Long.parseLong(message.group(1));
            } else if (at != Ts.NONE
                    && state.matches()
                    && GIVEN.matcher(state.group(1)).matches()) {
                int changes = Integer.parseInt(state.group(2));
                read.of(at).put(state.group(1), new State(changes, !state.group(3).isEmpty()));
            }
        }
        return read;
    }

    private NavigableMap<String, State> of(long at) {
        return all.computeIfAbsent(at, message -> new TreeMap<>());
    }

    /**
     * What has changed since a message was read last.
     *
     * @param read the reactions that are read of it, as {@code name/user}: remembered from now on
     */
    List<Change> changes(long at, JsonNode message, Set<String> read) {
        Listed listed = Listed.in(message);
        NavigableMap<String, State> states = of(at);
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, State> each : states.entrySet()) {
            State before = each.getValue();
            if (listed.tellsOf(each.getKey())) {
                each.setValue(before.seen(listed.given().contains(each.getKey())));
            }
            if (each.getValue().changes() != before.changes()) {
                changes.add(Change.of(each.getKey(), each.getValue()));
            }
        }
        read.stream()
                .filter(given -> GIVEN.matcher(given).matches())
                .forEach(given -> states.putIfAbsent(given, State.GIVEN_ONCE));
        if (states.isEmpty()) {
            all.remove(at);
        }
        return changes;
    }

    void forget(long at) {
        all.remove(at);
    }

    /** Forgets those to messages before a time, and more where too many are remembered. */
    void raise(long floor, int most) {
        all.headMap(floor, false).clear();
        int count = all.values().stream().mapToInt(Map::size).sum();
        while (count > most) {
            count -= all.pollFirstEntry().getValue().size();
        }
    }

    /** For a checkpoint. */
    String text() {
        List<String> texts = new ArrayList<>();
        all.forEach(
                (at, states) -> {
                    texts.add("@" + at);
                    states.forEach(
                            (given, state) ->
                                    texts.add(
                                            given
                                                    + "/"
                                                    + state.changes()
                                                    + (state.missed() ? "!" : "")));
                });
        return String.join(" ", texts);
    }

    /**
     * What a message lists.
     *
     * @param inPart emoji of which Slack names some people only: it says nothing of the others
     */
    private record Listed(Set<String> given, Set<String> inPart) {
        static Listed in(JsonNode message) {
            Set<String> given = new HashSet<>();
            Set<String> inPart = new HashSet<>();
            for (JsonNode reaction : message.path("reactions")) {
                String name = reaction.path("name").asText();
                JsonNode users = reaction.path("users");
                users.forEach(user -> given.add(name + "/" + user.asText()));
                if (reaction.path("count").asInt() > users.size()) {
                    inPart.add(name);
                }
            }
            return new Listed(given, inPart);
        }

        boolean tellsOf(String reaction) {
            String name = reaction.substring(0, reaction.lastIndexOf('/'));
            return given.contains(reaction) || !inPart.contains(name);
        }
    }
}
