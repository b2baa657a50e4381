package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Asked;
import dev.followthrough.ingest.pull.Script.Told;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * A Slack workspace that behaves as the Web API is documented to: history newest first and without
 * replies, cursors, time ranges, errors as {@code ok: false}. Faults are scripted. Thread-safe.
 */
public final class SlackStub implements AutoCloseable {
    public static final String TOKEN = "xoxb-not-a-real-token-4711";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, NavigableMap<String, ObjectNode>> messages =
            new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final List<ObjectNode> users = new ArrayList<>();
    private final Map<String, ObjectNode> channels = new ConcurrentHashMap<>();
    private final Script script;
    private volatile Function<String, @Nullable Told> fault = method -> null;
    private volatile String scopes = "channels:read,channels:history,users:read,users:read.email";
    private volatile int most = 999;

    public SlackStub() {
        script = Script.start(this::answer);
        user("U1", "Ada Park");
        user("U2", "Bo Lind");
    }

    String endpoint() {
        return script.uri("/api/").toString();
    }

    public Map<String, String> settings() {
        return Map.of("slack.token", TOKEN, "slack.endpoint", endpoint(), "topic.partitions", "4");
    }

    SlackStub user(String id, String name) {
        ObjectNode user = JSON.createObjectNode();
        user.put("id", id).put("team_id", "T1").put("name", name.toLowerCase(Locale.ROOT));
        user.put("real_name", name).put("tz", "Europe/Oslo");
        user.putObject("profile").put("display_name", name).put("email", id + "@vendor.example");
        users.add(user);
        return this;
    }

    public SlackStub channel(String id, String name) {
        ObjectNode channel = JSON.createObjectNode();
        channel.put("id", id).put("name", name).put("is_channel", true).put("is_member", true);
        channel.put("created", 1_600_000_000).put("num_members", 2);
        channels.put(id, channel);
        messages.put(id, new ConcurrentSkipListMap<>());
        return this;
    }

    /** Changes how a channel is listed. */
    ObjectNode listed(String channel) {
        return Objects.requireNonNull(channels.get(channel));
    }

    void remove(String channel) {
        messages.remove(channel);
    }

    void delist(String channel) {
        channels.remove(channel);
    }

    static String ts(long second) {
        return (1_770_000_000L + second)
                + ".000"
                + String.format(Locale.ROOT, "%03d", second % 1000);
    }

    /** A message of Ada's; its id is its second. */
    public ObjectNode say(String channel, long second, String text) {
        ObjectNode message = JSON.createObjectNode();
        message.put("type", "message").put("user", "U1").put("text", text).put("ts", ts(second));
        in(channel).put(ts(second), message);
        return message;
    }

    ObjectNode reply(String channel, long parent, long second, String text) {
        ObjectNode message = say(channel, second, text);
        message.put("thread_ts", ts(parent));
        return message;
    }

    void edit(String channel, long second, String text, long at) {
        at(channel, second)
                .put("text", text)
                .putObject("edited")
                .put("user", "U1")
                .put("ts", ts(at));
    }

    void react(String channel, long second, String name, String user) {
        ObjectNode message = at(channel, second);
        message.putArray("reactions").addObject().put("name", name).putArray("users").add(user);
    }

    /** Nobody reacts to it any more. */
    void takeBack(String channel, long second) {
        at(channel, second).remove("reactions");
    }

    /** Slack names none of so many who reacted. */
    void reactUnnamed(String channel, long second, String name, int count) {
        ObjectNode reaction = at(channel, second).putArray("reactions").addObject();
        reaction.put("name", name).put("count", count).putArray("users");
    }

    private NavigableMap<String, ObjectNode> in(String channel) {
        return Objects.requireNonNull(messages.get(channel));
    }

    private ObjectNode at(String channel, long second) {
        return Objects.requireNonNull(in(channel).get(ts(second)));
    }

    void delete(String channel, long second) {
        in(channel).remove(ts(second));
    }

    /** What is answered to a method instead, null for what is right. */
    void fault(Function<String, @Nullable Told> fault) {
        this.fault = fault;
    }

    void scopes(String scopes) {
        this.scopes = scopes;
    }

    /** Most objects a page, whatever is asked for. */
    void most(int most) {
        this.most = most;
    }

    int calls(String method) {
        return calls.getOrDefault(method, 0);
    }

    List<Asked> asked() {
        return script.asked();
    }

    private Told answer(Asked asked) {
        String method = asked.path().substring("/api/".length());
        calls.merge(method, 1, Integer::sum);
        Told told = fault.apply(method);
        if (told != null) {
            return told;
        }
        if (!asked.header("Authorization").equals("Bearer " + TOKEN)) {
            return error("invalid_auth");
        }
        return answer(method, arguments(asked.body()));
    }

    private Told answer(String method, Map<String, String> arguments) {
        String channel = arguments.getOrDefault("channel", "");
        if (!channel.isEmpty() && !messages.containsKey(channel)) {
            return error("channel_not_found");
        }
        return switch (method) {
            case "auth.test" -> auth();
            case "users.list" -> list("members", users, arguments);
            case "conversations.list" ->
                    list("channels", List.copyOf(channels.values()), arguments);
            case "conversations.members" -> Told.json("{\"ok\":true,\"members\":[\"U1\",\"U2\"]}");
            case "conversations.history" -> history(channel, arguments);
            case "conversations.replies" -> replies(channel, arguments);
            default -> error("unknown_method");
        };
    }

    private Told auth() {
        return new Told(
                200,
                Map.of("Content-Type", "application/json", "x-oauth-scopes", scopes),
                "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"url\":\"https://acme.slack.com/\"}",
                0);
    }

    static Told error(String error) {
        return Told.json("{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    static Told busy(int seconds) {
        return new Told(429, Map.of("Retry-After", Integer.toString(seconds)), "", 0);
    }

    private Told list(String name, List<ObjectNode> all, Map<String, String> arguments) {
        int from = cursor(arguments, 0);
        int to = Math.min(all.size(), from + limit(arguments));
        return page(name, all.subList(from, to), to < all.size() ? "at:" + to : "", false);
    }

    private Told history(String channel, Map<String, String> arguments) {
        List<ObjectNode> all = new ArrayList<>();
        int enough = Math.max(2, limit(arguments)) + 1;
        for (ObjectNode message : in(channel).descendingMap().values()) {
            if (all.size() == enough) {
                break;
            }
            String ts = message.path("ts").asText();
            boolean shown =
                    !message.has("thread_ts")
                            || message.path("subtype").asText().equals("thread_broadcast");
            if (shown
                    && ts.compareTo(arguments.getOrDefault("oldest", "0")) > 0
                    && ts.compareTo(arguments.getOrDefault("latest", "9")) < 0
                    && ts.compareTo(cursorTs(arguments, "9")) < 0) {
                all.add(withReplies(channel, message));
            }
        }
        return cut(all, arguments);
    }

    private ObjectNode withReplies(String channel, ObjectNode message) {
        List<ObjectNode> replies = repliesOf(channel, message.path("ts").asText());
        if (replies.isEmpty()) {
            return message;
        }
        ObjectNode parent = message.deepCopy();
        parent.put("thread_ts", message.path("ts").asText());
        parent.put("reply_count", replies.size());
        parent.put("latest_reply", replies.get(replies.size() - 1).path("ts").asText());
        return parent;
    }

    private List<ObjectNode> repliesOf(String channel, String parent) {
        return in(channel).values().stream()
                .filter(message -> message.path("thread_ts").asText().equals(parent))
                .toList();
    }

    private Told replies(String channel, Map<String, String> arguments) {
        String parent = arguments.getOrDefault("ts", "");
        ObjectNode first = in(channel).get(parent);
        List<ObjectNode> replies = repliesOf(channel, parent);
        if (first == null && replies.isEmpty()) {
            return error("thread_not_found");
        }
        List<ObjectNode> all = new ArrayList<>();
        if (first != null) {
            all.add(withReplies(channel, first));
        }
        for (ObjectNode reply : replies) {
            String ts = reply.path("ts").asText();
            if (ts.compareTo(arguments.getOrDefault("oldest", "0")) > 0
                    && ts.compareTo(cursorTs(arguments, "0")) > 0) {
                all.add(reply);
            }
        }
        return cut(all, arguments);
    }

    private Told cut(List<ObjectNode> all, Map<String, String> arguments) {
        int limit = Math.max(2, limit(arguments));
        if (all.size() <= limit) {
            return page("messages", all, "", false);
        }
        List<ObjectNode> page = all.subList(0, limit);
        String last = page.get(limit - 1).path("ts").asText();
        return page("messages", page, "ts:" + last, true);
    }

    private Told page(String name, List<ObjectNode> objects, String cursor, boolean more) {
        ObjectNode body = JSON.createObjectNode();
        body.put("ok", true).put("has_more", more);
        ArrayNode all = body.putArray(name);
        objects.forEach(object -> all.add((JsonNode) object.deepCopy()));
        body.putObject("response_metadata").put("next_cursor", cursor);
        return Told.json(body.toString());
    }

    private int limit(Map<String, String> arguments) {
        return Math.min(most, Integer.parseInt(arguments.getOrDefault("limit", "100")));
    }

    private static int cursor(Map<String, String> arguments, int otherwise) {
        String cursor = arguments.getOrDefault("cursor", "");
        return cursor.startsWith("at:") ? Integer.parseInt(cursor.substring(3)) : otherwise;
    }

    private static String cursorTs(Map<String, String> arguments, String otherwise) {
        String cursor = arguments.getOrDefault("cursor", "");
        return cursor.startsWith("ts:") ? cursor.substring(3) : otherwise;
    }

    private static Map<String, String> arguments(String form) {
        Map<String, String> arguments = new HashMap<>(new TreeMap<>());
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                arguments.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return arguments;
    }

    @Override
    public void close() {
        script.close();
    }
}
