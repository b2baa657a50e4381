package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotProperties;
import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.Checkpoint;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Page;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Seen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What was archived, which a search does not show: the list of archived objects, walked by id.
 * Those archived before the last walk ended were told then.
 */
final class ArchivedFeed implements Feed {
    /** In a checkpoint; only what was archived while a walk was under way matters. */
    private static final int MOST_SEEN = 4000;

    /** HubSpot's servers need not have one time. */
    private static final long SKEW_MS = 60_000;

    private final HubSpotApi api;
    private final HubSpotSourceConfig config;
    private final HubSpotKind kind;
    private final ObjectItems items;
    private final InstantSource clock;

    /**
     * @param clock for where HubSpot does not tell its own
     */
    ArchivedFeed(
            HubSpotApi api,
            HubSpotSourceConfig config,
            HubSpotKind kind,
            ObjectItems items,
            InstantSource clock) {
        this.api = api;
        this.config = config;
        this.kind = kind;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public String name() {
        return kind.list() + ".archived";
    }

    @Override
    public boolean isLive() {
        return false;
    }

    /**
     * The checkpoint holds the cursor within a walk ({@code after}), when the walk began by
     * HubSpot's clock, and up to which time of archiving everything was told. What was archived
     * while a walk was under way may lie before or behind its cursor: {@code seen} tells.
     */
    @Override
    public Page read(Checkpoint from) throws InterruptedException {
        String after = from.text("after");
        Answer answer = api.answer(path(after), "archived " + kind.list());
        String next = answer.body().path("paging").path("next").path("after").asText("");
        if (!next.isEmpty() && !isBehind(next, after)) {
            throw new PullException.Unavailable(
                    "hubspot gave a cursor of archived "
                            + kind.list()
                            + " that does not go on: its pages never end");
        }
        long began = from.has("began") ? from.number("began", 0) : date(answer);
        long told = from.number("told", -1);
        Seen seen = Seen.of(from.text("seen"), MOST_SEEN);
        List<JsonNode> fresh = new ArrayList<>();
        for (JsonNode object : answer.body().path("results")) {
            long archived = archivedAt(object);
            if (archived > told && seen.add(archived, object.path("id").asText(""))) {
                fresh.add(object);
            }
        }
        List<Item> mapped = items.of(kind, fresh);
        if (next.isEmpty()) {
            seen.forgetBefore(began - SKEW_MS);
            Checkpoint done =
                    Checkpoint.START.with("told", began - SKEW_MS - 1).with("seen", seen.text());
            return Page.last(mapped, done, config.archivedInterval());
        }
        return Page.more(
                mapped, from.with("after", next).with("began", began).with("seen", seen.text()));
    }

    /** HubSpot's clock; ours where the answer does not tell. */
    private long date(Answer answer) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME
                    .parse(answer.header("Date"), Instant::from)
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return clock.instant().toEpochMilli();
        }
    }

    private String path(String after) {
        return config.objectsPath()
                + "/"
                + kind.list()
                + "?archived=true&limit=100&properties="
                + String.join(",", HubSpotProperties.of(kind))
                + (after.isEmpty()
                        ? ""
                        : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }

    /** Cursors of a list are ids, which grow; one that is no number must at least be another. */
    private static boolean isBehind(String next, String after) {
        boolean numbers = next.matches("\\d{1,18}") && after.matches("\\d{1,18}");
        return numbers ? Long.parseLong(next) > Long.parseLong(after) : !next.equals(after);
    }

    private static long archivedAt(JsonNode object) {
        try {
            return Instant.parse(object.path("archivedAt").asText()).toEpochMilli();
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
