package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.pull.Checkpoint;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Page;
import dev.followthrough.ingest.pull.Seen;
import dev.followthrough.ingest.slack.SlackDirectory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The people of a workspace, published where they are new or have changed. */
final class PeopleFeed implements Feed {
    private static final String SEEN = "seen";
    private static final int REMEMBERED = 20_000;
    private static final int PAGE = 500;

    private final String name;
    private final Supplier<Workspace> workspace;
    private final Duration every;

    PeopleFeed(String name, Supplier<Workspace> workspace, Duration every) {
        this.name = name;
        this.workspace = workspace;
        this.every = every;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public Page read(Checkpoint from) {
        Workspace now = workspace.get();
        SlackDirectory directory = new SlackDirectory(now.team());
        Seen seen = Seen.of(from.text(SEEN), REMEMBERED);
        List<Item> items = new ArrayList<>();
        for (JsonNode user : now.users()) {
            Mapped mapped = directory.person(user);
            if (!(mapped instanceof Mapped.Ignored) && seen.add(0, content(mapped))) {
                items.add(item(user, mapped));
            }
            if (items.size() == PAGE) {
                return Page.more(items, from.with(SEEN, seen.text()));
            }
        }
        return Page.last(items, from.with(SEEN, seen.text()), every);
    }

    private static String content(Mapped mapped) {
        return mapped instanceof Mapped.Known known ? Json.text(known.entry()) : mapped.toString();
    }

    private static Item item(JsonNode user, Mapped mapped) {
        String id = user.path("id").asText("?");
        byte[] original = mapped instanceof Mapped.Rejected ? Json.bytes(user) : new byte[0];
        return new Item(id, Map.of("user", id), original, List.of(mapped));
    }
}
