package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of messages as Slack answered it.
 *
 * @param all in the order of their times, those without one first
 * @param more whether there are further pages
 * @param cursor of the next one; empty where it is asked for by time
 * @param cursorRefused whether Slack does not know the cursor any more: nothing was read
 */
record Messages(List<JsonNode> all, boolean more, String cursor, boolean cursorRefused) {
    private static final String CURSOR_REFUSED = "invalid_cursor";
    private static final String THREAD_GONE = "thread_not_found";

    static Messages history(
            SlackApi api, SlackSourceConfig config, String channel, Walk walk, boolean byTime)
            throws InterruptedException {
        Map<String, String> arguments = arguments(config, channel);
        arguments.put("oldest", Ts.text(walk.bottom()));
        if (!walk.cursor().isEmpty() && !byTime) {
            arguments.put("cursor", walk.cursor());
        } else if (walk.begun()) {
            arguments.put("latest", Ts.text(walk.before()));
        }
        return of(api.call("conversations.history", arguments, CURSOR_REFUSED));
    }

    /**
     * @param floor replies before it are not asked for, unless the thread wants all
     */
    static Messages replies(
            SlackApi api,
            SlackSourceConfig config,
            String channel,
            Replies thread,
            long floor,
            boolean byTime)
            throws InterruptedException {
        Map<String, String> arguments = arguments(config, channel);
        arguments.put("ts", Ts.text(thread.parent()));
        long after = thread.all() ? thread.after() : Math.max(thread.after(), floor - 1);
        if (!thread.cursor().isEmpty() && !byTime) {
            arguments.put("cursor", thread.cursor());
        }
        if (after > thread.parent()) {
            arguments.put(
                    "oldest",
                    Ts.text(
                            thread.cursor().isEmpty() || byTime
                                    ? after
                                    : Math.max(thread.parent(), floor - 1)));
        }
        return of(api.call("conversations.replies", arguments, CURSOR_REFUSED, THREAD_GONE));
    }

    private static Map<String, String> arguments(SlackSourceConfig config, String channel) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("channel", channel);
        arguments.put("limit", Integer.toString(config.pageSize()));
        return arguments;
    }

    private static Messages of(JsonNode body) {
        List<JsonNode> all = new ArrayList<>();
        body.path("messages").forEach(all::add);
        all.sort(java.util.Comparator.comparingLong(message -> Ts.micros(message.path("ts"))));
        String cursor = body.path("response_metadata").path("next_cursor").asText("");
        boolean refused = body.path("error").asText("").equals(CURSOR_REFUSED);
        boolean more = body.path("has_more").asBoolean() || !cursor.isEmpty();
        return new Messages(all, more, cursor, refused);
    }

    /** The time of the oldest; the largest number where there is none. */
    long lowest() {
        return all.stream()
                .mapToLong(message -> Ts.micros(message.path("ts")))
                .filter(at -> at != Ts.NONE)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The time of the newest; 0 where there is none. */
    long highest() {
        return all.stream().mapToLong(message -> Ts.micros(message.path("ts"))).max().orElse(0);
    }
}
