package dev.followthrough.ingest.receiver.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.receiver.door.Cursors;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackDirectory;
import dev.followthrough.ingest.slack.SlackPermalink;
import dev.followthrough.ingest.slack.SlackTeam;
import dev.followthrough.ingest.slack.SlackUser;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The people and channels of the workspace, so that an event becomes the record that history and
 * export give: an event names its author by id only. Whom it does not know it asks Slack for, at
 * most a second long; a message never waits longer, and is kept with ids where Slack does not
 * answer. Without a token it knows nobody. Thread-safe.
 */
final class SlackWorkspace {
    private static final Logger LOG = LoggerFactory.getLogger(SlackWorkspace.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration UNANSWERED = Duration.ofMinutes(1);

    /** In larger channels nobody in particular is spoken to. */
    private static final int MAX_AUDIENCE = 50;

    /** As the pull connector reads them: a channel's entry is the same by either way. */
    private static final int MAX_MEMBERS = 200;

    private static final int MOST = 200_000;
    private static final int MOST_PAGES = 5_000;

    private final @Nullable SlackApi api;
    private final InstantSource clock;
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, JsonNode> people = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> channels = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();
    private final Map<String, Instant> unanswered = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile @Nullable SlackTeam snapshot;
    private volatile @Nullable Home home;

    /** The workspace that the token is of, and where a person opens it. */
    private record Home(String team, String url) {}

    SlackWorkspace(@Nullable SlackApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * What explains an event.
     *
     * @param learnt directory entries of whom it speaks, the first time they are seen
     */
    record Known(SlackTeam team, SlackChannel channel, List<Mapped> learnt) {}

    /** Whether it can ask Slack. */
    boolean canAsk() {
        return api != null;
    }

    /** Begins to read everybody and all channels, in the background. */
    void preload() {
        if (api != null) {
            SlackApi slack = api;
            background.execute(
                    () -> {
                        learnHome(slack.call("auth.test", Map.of()));
                        page(slack, "users.list", "members", user -> put(people, trimmed(user)));
                        page(
                                slack,
                                "conversations.list",
                                "channels",
                                channel -> channels.putIfAbsent(id(channel), channel));
                        snapshot = null;
                    });
        }
    }

    private void learnHome(@Nullable JsonNode answer) {
        if (answer != null) {
            home = new Home(answer.path("team_id").asText(""), answer.path("url").asText(""));
        }
    }

    /** Where a person opens a message; empty where the workspace's address is not known. */
    Optional<String> permalink(String team, Signal signal) {
        Home known = home;
        return known == null || !known.team().equals(team)
                ? Optional.empty()
                : SlackPermalink.of(known.url(), signal);
    }

    private static void page(
            SlackApi slack,
            String method,
            String list,
            java.util.function.Consumer<JsonNode> take) {
        String cursor = "";
        Cursors cursors = new Cursors(MOST_PAGES);
        do {
            if (cursors.areEndlessWith(cursor)) {
                LOG.atWarn().addKeyValue("method", method).log("slack's pages never end");
                return;
            }
            JsonNode page = slack.call(method, Map.of("limit", "200", "cursor", cursor));
            if (page == null) {
                return; // whoever is missed is asked for when they speak
            }
            page.path(list).forEach(take);
            cursor = page.path("response_metadata").path("next_cursor").asText("");
        } while (!cursor.isEmpty());
    }

    /** Whom and what an event needs, asked for where unknown. */
    Known look(String team, Collection<String> needed, String channel) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode place = channels.get(channel);
        if (place == null || !place.has("members")) {
            await(List.of(ask("channel " + channel, () -> askChannel(channel))), end);
        }
        SlackChannel known = channel(channel);
        List<String> wanted = new ArrayList<>(needed);
        if (known.members().size() <= MAX_AUDIENCE) {
            wanted.addAll(known.members());
        }
        List<CompletableFuture<Void>> asking = new ArrayList<>();
        for (String user : wanted) {
            if (!people.containsKey(user)) {
                asking.add(ask("person " + user, () -> askPerson(user)));
            }
        }
        await(asking, end);
        SlackTeam now = team(team);
        return new Known(now, known, learnt(now, wanted, channel));
    }

    /** A user object that an event brought: newer than what is known. */
    void learnPerson(JsonNode user) {
        put(people, trimmed(user));
    }

    /** Name or members changed: it is asked for anew. */
    void forgetChannel(String channel) {
        channels.remove(channel);
        told.remove("channel " + channel);
        unanswered.remove("channel " + channel);
        snapshot = null;
    }

    private List<Mapped> learnt(SlackTeam team, List<String> wanted, String channel) {
        SlackDirectory directory = new SlackDirectory(team);
        List<Mapped> learnt = new ArrayList<>();
        for (String user : wanted) {
            JsonNode json = people.get(user);
            if (json != null && told.add("person " + user)) {
                learnt.add(directory.person(json));
            }
        }
        JsonNode json = channels.get(channel);
        if (json != null && json.has("members") && told.add("channel " + channel)) {
            learnt.add(directory.channel(json));
        }
        return learnt;
    }

    /** What was said to be learnt did not get stored: it is to be said again. */
    void forgetTold() {
        told.clear();
    }

    SlackTeam team(String id) {
        SlackTeam known = snapshot;
        if (known != null && known.id().equals(id)) {
            return known;
        }
        List<SlackUser> users =
                people.values().stream().map(SlackUser::read).filter(Objects::nonNull).toList();
        List<SlackChannel> all =
                channels.values().stream()
                        .map(SlackChannel::read)
                        .filter(Objects::nonNull)
                        .toList();
        SlackTeam made = SlackTeam.of(id, users, all);
        snapshot = made;
        return made;
    }

    private SlackChannel channel(String id) {
        JsonNode json = channels.get(id);
        SlackChannel known = json == null ? null : SlackChannel.read(json);
        return known == null ? new SlackChannel(id, id, false, List.of()) : known;
    }

    /** One question at a time for each thing; one without an answer is not repeated at once. */
    private CompletableFuture<Void> ask(String what, Runnable question) {
        Instant failed = unanswered.get(what);
        if (api == null || (failed != null && failed.plus(UNANSWERED).isAfter(clock.instant()))) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> other = asked.putIfAbsent(what, running);
        if (other != null) {
            return other;
        }
        background.execute(
                () -> {
                    try {
                        question.run();
                    } finally {
                        asked.remove(what);
                        running.complete(null);
                    }
                });
        return running;
    }

    private void askPerson(String user) {
        JsonNode answer = answer("person " + user, "users.info", Map.of("user", user));
        if (answer != null) {
            put(people, trimmed(answer.path("user")));
        }
    }

    private void askChannel(String channel) {
        String what = "channel " + channel;
        JsonNode info =
                answer(
                        what,
                        "conversations.info",
                        Map.of("channel", channel, "include_num_members", "true"));
        if (info == null || !(info.path("channel") instanceof ObjectNode object)) {
            return;
        }
        ArrayNode list = object.putArray("members");
        if (object.path("num_members").asInt() <= MAX_MEMBERS) {
            JsonNode members =
                    answer(
                            what,
                            "conversations.members",
                            Map.of("channel", channel, "limit", Integer.toString(MAX_MEMBERS)));
            if (members == null) {
                return;
            }
            members.path("members").forEach(list::add);
        }
        put(channels, object);
    }

    private @Nullable JsonNode answer(String what, String method, Map<String, String> parameters) {
        JsonNode answer = api == null ? null : api.call(method, parameters);
        if (answer == null) {
            unanswered.put(what, clock.instant());
        }
        return answer;
    }

    private static void await(List<CompletableFuture<Void>> asking, long end) {
        CompletableFuture.allOf(asking.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                .join();
    }

    private void put(Map<String, JsonNode> into, JsonNode json) {
        String id = id(json);
        if (!id.isEmpty() && (into.size() < MOST || into.containsKey(id))) {
            into.put(id, json);
            snapshot = null;
        }
    }

    private static String id(JsonNode json) {
        return json.path("id").asText("");
    }

    /** Only what mappers read: a workspace may have a hundred thousand people. */
    private static JsonNode trimmed(JsonNode user) {
        if (!(user instanceof ObjectNode object)) {
            return user;
        }
        ObjectNode kept = object.deepCopy();
        kept.retain(
                "id",
                "team_id",
                "name",
                "real_name",
                "tz",
                "is_bot",
                "is_restricted",
                "is_ultra_restricted",
                "is_stranger",
                "profile");
        if (kept.path("profile") instanceof ObjectNode profile) {
            profile.retain("display_name", "real_name", "first_name", "email", "title");
        }
        return kept;
    }
}
