package dev.followthrough.ingest.pull.zoom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Endless;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.Tools;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An open account: a feed a user who hosts meetings. */
final class ZoomPull implements Pull {
    private static final int MOST_PAGES = 10_000;

    private final ZoomSourceConfig config;
    private final Tools tools;
    private final ZoomApi api;

    /** Feeds keep caches: the same user has the same one. */
    private final Map<String, Feed> known = new LinkedHashMap<>();

    ZoomPull(ZoomSourceConfig config, Tools tools) {
        this.config = config;
        this.tools = tools;
        this.api = new ZoomApi(config, tools);
    }

    @Override
    public List<Feed> feeds() throws InterruptedException {
        List<Feed> feeds = new ArrayList<>();
        users().forEach(
                        (id, email) -> {
                            if (config.reads(email)) {
                                feeds.add(
                                        known.computeIfAbsent(
                                                id,
                                                any -> new RecordingsFeed(api, config, id, tools)));
                            }
                        });
        return feeds;
    }

    /** Addresses of the settings that no active user has. */
    List<String> strangers() throws InterruptedException {
        return config.strangers(users().values());
    }

    /** Active users: id → address. */
    private Map<String, String> users() throws InterruptedException {
        Map<String, String> users = new LinkedHashMap<>();
        Endless guard = new Endless("zoom users", MOST_PAGES);
        String token = "";
        do {
            guard.next(token);
            String next =
                    token.isEmpty()
                            ? ""
                            : "&next_page_token="
                                    + URLEncoder.encode(token, StandardCharsets.UTF_8);
            JsonNode page = api.get("/v2/users?status=active&page_size=300" + next, "users");
            for (JsonNode user : page.path("users")) {
                String id = user.path("id").asText("");
                if (!id.isEmpty()) {
                    users.put(id, user.path("email").asText(""));
                }
            }
            token = page.path("next_page_token").asText("");
        } while (!token.isEmpty());
        return users;
    }

    @Override
    public Duration refresh() {
        return Duration.ofHours(1);
    }
}
