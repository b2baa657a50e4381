package dev.followthrough.ingest.pull.slack;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.pull.Checkpoint;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Page;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Tools;
import dev.followthrough.ingest.slack.SlackDirectory;
import dev.followthrough.ingest.slack.SlackMessages;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One channel. Slack shows history from the newest message back, a page at a time, so reading is
 * made of three kinds of walks, of which each step takes a page: one <em>backfill</em> to {@code
 * start.from}; at every poll the <em>news</em>, down to the newest message that was known; and
 * every while a <em>review</em> of the recent past. Replies are not part of history: a thread that
 * has any is queued, and read before the walk goes on. News that are due go first, so that a
 * backfill of weeks at one request a minute holds up no live message; but after each walk of news
 * one page of what waits behind them has its turn, since where a round over the channels takes
 * longer than the interval, news are always due.
 *
 * <p>Where a walk begins and ends depends on the times of messages, never on a clock; the clock
 * only says when the next one begins.
 */
final class ChannelFeed implements Feed {
    /** Pages without a record after which the channel's entry is published to carry the offset. */
    private static final int CARRY_AFTER = 20;

    private static final int EMPTY_PAGES = 1000;

    private final String name;
    private final SlackApi api;
    private final SlackSourceConfig config;
    private final Tools tools;
    private final Supplier<Channel> channel;
    private @Nullable Long newsAt;
    private @Nullable Long reviewAt;
    private boolean newsHadTheirTurn;
    private boolean distrustCursor;
    private int emptyPages;
    private int withoutRecord;

    ChannelFeed(
            String name,
            SlackApi api,
            SlackSourceConfig config,
            Tools tools,
            Supplier<Channel> channel) {
        this.name = name;
        this.api = api;
        this.config = config;
        this.tools = tools;
        this.channel = channel;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Instant newest(Checkpoint at) {
        ChannelState state = new ChannelState(at);
        return state.top == 0 ? null : Ts.instant(state.top);
    }

    @Override
    public Page read(Checkpoint from) throws InterruptedException {
        Channel now = channel.get().withMembers(api);
        ChannelState state = new ChannelState(from);
        begin(state);
        List<Item> items = new ArrayList<>(entry(state, now));
        Known known =
                new Known(new SlackMessages(now.team()), now.channel(), now.workspace(), state);
        Walk walk = state.threads.isEmpty() ? next(state) : null;
        boolean caughtUp = false;
        if (!state.threads.isEmpty()) {
            items.addAll(replies(state, known, state.threads.get(0)));
        } else if (walk != null) {
            items.addAll(history(state, known, walk));
            caughtUp = showsTheNewest(walk) && state.walk(Walk.Kind.NEWS) == null;
        }
        carry(items, now);
        Page page = new Page(items, state.write(), rest(state), caughtUp, null);
        boolean ended = walk == null || walk.kind() != Walk.Kind.BACKFILL;
        return ended && state.walk(Walk.Kind.BACKFILL) == null
                ? page
                : page.of(progress(state, now));
    }

    /** A backfill begins at the newest message; what it reads later says nothing of news. */
    private static boolean showsTheNewest(Walk walk) {
        return walk.kind() == Walk.Kind.NEWS || walk.kind() == Walk.Kind.BACKFILL && !walk.begun();
    }

    private void begin(ChannelState state) {
        if (!state.begun) {
            state.begun = true;
            state.start = Ts.micros(config.startFrom(tools.clock().instant()));
            state.put(Walk.begin(Walk.Kind.BACKFILL, state.start));
        }
    }

    /** Which page is next; null where there is nothing to do yet. */
    private @Nullable Walk next(ChannelState state) {
        Walk backfill = state.walk(Walk.Kind.BACKFILL);
        if (backfill != null && !backfill.begun()) {
            return backfill;
        }
        Walk news = state.walk(Walk.Kind.NEWS);
        if (news != null) {
            return news;
        }
        Walk behind = behindNews(state, backfill);
        boolean othersTurn = newsHadTheirTurn && behind != null;
        if (!othersTurn && due(newsAt, config.pollInterval())) {
            return Walk.begin(Walk.Kind.NEWS, state.top);
        }
        return behind;
    }

    private @Nullable Walk behindNews(ChannelState state, @Nullable Walk backfill) {
        Walk review = state.walk(Walk.Kind.REVIEW);
        if (backfill != null || review != null) {
            return backfill != null ? backfill : review;
        }
        if (!due(reviewAt, config.reconcile())) {
            return null;
        }
        long reach = Math.max(micros(config.threads()), micros(config.overlap()));
        return Walk.begin(Walk.Kind.REVIEW, Math.max(0, state.top - reach));
    }

    private boolean due(@Nullable Long last, Duration every) {
        return last == null || tools.pace().nanos() - last >= every.toNanos();
    }

    private Duration rest(ChannelState state) {
        if (!state.threads.isEmpty() || next(state) != null) {
            return Duration.ZERO;
        }
        Duration news = left(newsAt, config.pollInterval());
        Duration review = left(reviewAt, config.reconcile());
        return news.compareTo(review) < 0 ? news : review;
    }

    private Duration left(@Nullable Long last, Duration every) {
        long gone = last == null ? 0 : tools.pace().nanos() - last;
        return every.minusNanos(Math.min(gone, every.toNanos()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private List<Item> history(ChannelState state, Known known, Walk walk)
            throws InterruptedException {
        Messages page = Messages.history(api, config, now(), walk, distrustCursor);
        if (page.cursorRefused()) {
            distrustCursor = true;
            state.put(walk);
            return List.of();
        }
        guard(page, "conversations.history", page.lowest() >= walk.before(), walk.cursor());
        if (walk.kind() != Walk.Kind.REVIEW && !walk.begun()) {
            state.rise(page.highest(), micros(config.overlap()));
        }
        List<Item> items = new HistoryPage(state, known, walk).read(page);
        advance(state, walk, page);
        return items;
    }

    private String now() {
        return channel.get().channel().id();
    }

    private void advance(ChannelState state, Walk walk, Messages page) {
        newsHadTheirTurn = walk.kind() == Walk.Kind.NEWS;
        Walk behind = walk.at(page.lowest(), page.cursor(), page.highest());
        if (page.more()) {
            state.put(behind);
            return;
        }
        state.end(walk.kind());
        if (walk.kind() == Walk.Kind.REVIEW) {
            reviewAt = tools.pace().nanos();
        } else if (walk.kind() == Walk.Kind.NEWS) {
            newsAt = tools.pace().nanos();
        }
    }

    private List<Item> replies(ChannelState state, Known known, Replies thread)
            throws InterruptedException {
        Messages page =
                Messages.replies(api, config, now(), thread, state.window.floor(), distrustCursor);
        if (page.cursorRefused()) {
            distrustCursor = true;
            return List.of();
        }
        guard(page, "conversations.replies", page.highest() <= thread.after(), thread.cursor());
        List<Item> items = new RepliesPage(state, known, thread).read(page);
        if (page.more()) {
            state.threads.set(0, thread.at(page.highest(), page.cursor()));
        } else {
            state.threads.remove(0);
        }
        return items;
    }

    /** Pages that lead nowhere would keep a walk for good. */
    private void guard(Messages page, String method, boolean still, String cursor) {
        emptyPages = page.all().isEmpty() && page.more() ? emptyPages + 1 : 0;
        boolean same = !page.cursor().isEmpty() && page.cursor().equals(cursor);
        boolean stuck = page.more() && !page.all().isEmpty() && still;
        if (same || stuck || emptyPages > EMPTY_PAGES) {
            distrustCursor = true; // the next try goes on by time
            emptyPages = 0;
            throw new PullException.Unavailable(
                    "slack " + method + " of " + name + " gave a cursor that leads nowhere");
        }
        distrustCursor = false;
    }

    private List<Item> entry(ChannelState state, Channel now) {
        Item entry = entry(now);
        String digest = Digest.of(Json.bytes(now.json()), 16);
        if (digest.equals(state.entry)) {
            return List.of();
        }
        state.entry = digest;
        return List.of(entry);
    }

    private static Item entry(Channel now) {
        Mapped mapped = new SlackDirectory(now.team()).channel(now.json());
        return new Item(
                "channel", Map.of("channel", now.channel().id()), new byte[0], List.of(mapped));
    }

    /** Offsets are stored with records only: long stretches without any need one to carry it. */
    private void carry(List<Item> items, Channel now) {
        boolean any =
                items.stream()
                        .flatMap(item -> item.mapped().stream())
                        .anyMatch(mapped -> !(mapped instanceof Mapped.Ignored));
        withoutRecord = any || items.isEmpty() ? (any ? 0 : withoutRecord) : withoutRecord + 1;
        if (withoutRecord >= CARRY_AFTER) {
            withoutRecord = 0;
            items.add(entry(now));
        }
    }

    private Page.Progress progress(ChannelState state, Channel now) {
        Walk behind = state.walk(Walk.Kind.BACKFILL);
        long end = Math.max(state.start, now.created());
        long at = behind == null ? end : Math.min(behind.before(), state.top);
        return Page.Progress.between(Ts.instant(state.top), Ts.instant(at), Ts.instant(end));
    }
}
