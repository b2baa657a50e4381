package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a page of a thread tells. */
final class RepliesPage {
    private final ChannelState state;
    private final Known known;
    private final Replies thread;

    RepliesPage(ChannelState state, Known known, Replies thread) {
        this.state = state;
        this.known = known;
        this.thread = thread;
    }

    List<Item> read(Messages page) {
        List<Item> items = new ArrayList<>();
        Set<Long> there = new HashSet<>();
        for (JsonNode message : page.all()) {
            long at = Ts.micros(message.path("ts"));
            there.add(at);
            boolean read = at != Ts.NONE && at <= thread.after(); // its parent comes on every page
            if (!read && (thread.all() || state.window.covers(at))) {
                items.add(known.item(message, at, thread.parent()));
            }
        }
        long to = page.more() ? page.highest() : Long.MAX_VALUE;
        for (long at : state.window.between(thread.parent(), thread.after() + 1, to)) {
            if (!there.contains(at)) {
                items.addAll(known.missing(at));
            }
        }
        return items;
    }
}
