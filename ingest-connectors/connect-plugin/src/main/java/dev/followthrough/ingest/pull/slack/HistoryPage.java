package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a page of a channel's history tells. */
final class HistoryPage {
    private final ChannelState state;
    private final Known known;
    private final Walk walk;

    HistoryPage(ChannelState state, Known known, Walk walk) {
        this.state = state;
        this.known = known;
        this.walk = walk;
    }

    List<Item> read(Messages page) {
        List<Item> items = new ArrayList<>();
        Set<Long> there = new HashSet<>();
        for (JsonNode message : page.all()) {
            long at = Ts.micros(message.path("ts"));
            there.add(at);
            long thread = thread(message, at);
            if (wanted(at, thread)) {
                items.add(known.item(message, at, thread));
            }
            if (thread == 0) {
                queue(message, at);
            }
        }
        if (walk.kind() == Walk.Kind.REVIEW) {
            items.addAll(missing(page, there));
        }
        return items;
    }

    /** What it replies to, 0 where to nothing. */
    static long thread(JsonNode message, long at) {
        long thread = Ts.micros(message.path("thread_ts"));
        return thread == Ts.NONE || thread == at ? 0 : thread;
    }

    /** Of what is too old to be remembered each walk must know itself whether it is new. */
    private boolean wanted(long at, long thread) {
        if (at == Ts.NONE) {
            return walk.kind() != Walk.Kind.REVIEW;
        }
        if (state.window.covers(at)) {
            return true;
        }
        // A reply that was sent to the channel too comes with its thread.
        return walk.kind() == Walk.Kind.BACKFILL && (thread == 0 || thread <= state.start);
    }

    private void queue(JsonNode message, long at) {
        if (message.path("reply_count").asInt() <= 0) {
            return;
        }
        long latest = Ts.micros(message.path("latest_reply"));
        boolean backfill = walk.kind() == Walk.Kind.BACKFILL;
        if (backfill || latest == Ts.NONE || state.window.covers(latest)) {
            state.queue(Replies.of(at, backfill));
        }
    }

    /** Messages that are known, in the stretch of time that the page spans, and are not there. */
    private List<Item> missing(Messages page, Set<Long> there) {
        long from = page.more() ? page.lowest() : walk.bottom() + 1;
        List<Item> items = new ArrayList<>();
        if (from < walk.before()) {
            for (long at : state.window.between(0, from, walk.before())) {
                if (!there.contains(at)) {
                    items.addAll(known.missing(at));
                }
            }
        }
        return items;
    }
}
