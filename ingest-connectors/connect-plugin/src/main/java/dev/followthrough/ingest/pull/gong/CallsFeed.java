package dev.followthrough.ingest.pull.gong;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.gong.GongCall;
import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.Checkpoint;
import dev.followthrough.ingest.pull.Endless;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Page;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Seen;
import dev.followthrough.ingest.pull.Tools;
import dev.followthrough.ingest.pull.Window;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls of a workspace, or all: a week at a time up to now, then again and again the last days,
 * since a transcript comes later than its call. Which transcripts were published is remembered as
 * long as their calls are listed.
 */
final class CallsFeed implements Feed {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int MOST_SEEN = 5000;
    private static final int MOST_PAGES = 1000;

    /** Cursors in a row that Gong does not take, after which it gets time. */
    private static final int MOST_REFUSED = 3;

    private static final Duration QUIET = Duration.ofMinutes(5);

    private final GongApi api;
    private final GongSourceConfig config;
    private final String workspace;
    private final Tools tools;
    private final TranscriptItems transcripts;

    /** In this walk over a window: without a transcript yet, or more than are remembered. */
    private final Set<String> looked = new HashSet<>();

    private Endless guard = guard();
    private int refused;

    CallsFeed(GongApi api, GongSourceConfig config, String workspace, Tools tools) {
        this.api = api;
        this.config = config;
        this.workspace = workspace;
        this.tools = tools;
        this.transcripts = new TranscriptItems(api);
    }

    private static Endless guard() {
        return new Endless("gong calls", MOST_PAGES);
    }

    @Override
    public String name() {
        return workspace.isEmpty() ? "calls" : "workspace/" + workspace;
    }

    /**
     * The checkpoint holds the begin of the window, its end and Gong's cursor while its pages are
     * turned, and what of the window was published.
     */
    @Override
    public Page read(Checkpoint from) throws InterruptedException {
        Instant now = tools.clock().instant();
        Instant begin = instant(from.text("from"), config.start(now));
        String cursor = from.text("cursor");
        String to = cursor.isEmpty() ? end(begin, now) : from.text("to");
        Answer answer = api.calls(workspace, begin, to, cursor);
        if (answer.status() == 400) {
            return refused(from);
        }
        refused = cursor.isEmpty() ? refused : 0;
        Seen seen = Seen.of(from.text("seen"), MOST_SEEN);
        List<Item> items = new ArrayList<>();
        boolean whole = take(answer.body(), begin, seen, items);
        Checkpoint here = from.with("from", begin.toString()).with("seen", seen.text());
        if (!whole) {
            return Page.more(items, here.with("to", to));
        }
        String next = GongApi.cursor(answer);
        if (!next.isEmpty()) {
            turn(next);
            return Page.more(items, here.with("to", to).with("cursor", next));
        }
        anew();
        return done(items, here.with("to", "").with("cursor", ""), seen, window(begin, to, answer));
    }

    private Window window(Instant begin, String to, Answer answer) {
        Instant now = answer.time(tools.clock());
        Instant end = to.isEmpty() ? now : instant(to, now);
        return new Window(begin, end, now, config.overlap());
    }

    private Page done(List<Item> items, Checkpoint here, Seen seen, Window window) {
        Instant next = window.next().truncatedTo(ChronoUnit.SECONDS);
        seen.forgetBefore(next.toEpochMilli());
        Checkpoint behind = here.with("from", next.toString()).with("seen", seen.text());
        return window.close(items, behind, config.pollInterval());
    }

    /** Open where it would lie ahead: our clock says how to ask, never what was read. */
    private static String end(Instant begin, Instant now) {
        Instant end = begin.plus(WINDOW);
        return end.isBefore(now) ? end.toString() : "";
    }

    private static Instant instant(String text, Instant otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return otherwise.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** A cursor expires: the window is listed anew, and what was published is known. */
    private Page refused(Checkpoint from) {
        if (from.text("cursor").isEmpty()) {
            throw new PullException.Refused(
                    "gong answers 400 to a list of calls: check "
                            + GongSourceConfig.WORKSPACES
                            + " and "
                            + GongSourceConfig.START_FROM);
        }
        if (++refused > MOST_REFUSED) {
            refused = 0;
            throw new PullException.Unavailable(
                    "gong takes none of its own cursors of calls", QUIET, null);
        }
        anew();
        return Page.more(List.of(), from.with("cursor", ""));
    }

    private void turn(String cursor) {
        try {
            guard.next(cursor);
        } catch (PullException.Unavailable e) {
            anew();
            throw new PullException.Unavailable(e.getMessage(), QUIET, null);
        }
    }

    private void anew() {
        guard = guard();
        looked.clear();
    }

    /** False where more of the page is to be read by another step. */
    private boolean take(JsonNode page, Instant begin, Seen seen, List<Item> items)
            throws InterruptedException {
        List<ListedCall> fresh = fresh(page, begin, seen);
        List<ListedCall> some = fresh.subList(0, Math.min(transcripts.most(), fresh.size()));
        Map<ListedCall, Item> read = transcripts.of(some);
        for (ListedCall call : some) {
            looked.add(call.known());
            Item item = read.get(call);
            if (item != null) {
                items.add(item);
                seen.add(call.order(), call.known());
            }
        }
        return some.size() == fresh.size();
    }

    /**
     * What of a page was not looked at in this walk, nor published in one before. What is listed
     * outside the time that was asked for would be forgotten, and read for ever.
     */
    private List<ListedCall> fresh(JsonNode page, Instant begin, Seen seen) {
        Map<String, ListedCall> fresh = new LinkedHashMap<>();
        for (JsonNode json : page.path("calls")) {
            GongCall call = new GongCall(json);
            boolean kept = call.isPrivate() && !config.readsPrivateCalls();
            ListedCall listed = new ListedCall(call, kept);
            String known = listed.known();
            boolean asked = listed.order() >= begin.toEpochMilli();
            if (asked && !looked.contains(known) && !seen.has(listed.order(), known)) {
                fresh.putIfAbsent(known, listed);
            }
        }
        return List.copyOf(fresh.values());
    }
}
