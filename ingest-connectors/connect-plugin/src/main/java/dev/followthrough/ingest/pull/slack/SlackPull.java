package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.Tools;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A workspace that is open for reading: its people, and each of its channels. */
final class SlackPull implements Pull {
    private static final Duration REFRESH = Duration.ofMinutes(10);

    private final SlackSourceConfig config;
    private final Tools tools;
    private final SlackApi api;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, Feed> feeds = new HashMap<>();
    private @Nullable String team;
    private String url = "";
    private @Nullable Workspace workspace;

    SlackPull(SlackSourceConfig config, Tools tools) {
        this.config = config;
        this.tools = tools;
        this.api = SlackApi.open(config, tools);
    }

    @Override
    public List<Feed> feeds() throws InterruptedException {
        if (team == null) {
            JsonNode who = api.call("auth.test", Map.of());
            team = who.path("team_id").asText("workspace");
            url = who.path("url").asText("");
        }
        String id = team;
        Workspace now = Workspace.list(api, id, config);
        workspace = now;
        List<Feed> all = new ArrayList<>();
        all.add(feeds.computeIfAbsent(id + "/people", this::people));
        for (JsonNode listed : now.readable(config.channels())) {
            Channel channel = new Channel(listed, now.team(), url);
            String name = id + "/" + channel.channel().id();
            channels.put(name, channel);
            all.add(feeds.computeIfAbsent(name, this::channel));
        }
        return all;
    }

    private Feed people(String name) {
        return new PeopleFeed(name, () -> Objects.requireNonNull(workspace), REFRESH);
    }

    private Feed channel(String name) {
        return new ChannelFeed(
                name, api, config, tools, () -> Objects.requireNonNull(channels.get(name)));
    }

    @Override
    public Duration refresh() {
        return REFRESH;
    }

    @Override
    public void close() {
        api.close();
    }
}
