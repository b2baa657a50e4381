package dev.followthrough.commitments.query;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.commitments.domain.Entry;
import dev.followthrough.commitments.domain.Kept;
import dev.followthrough.commitments.domain.Row;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.query.Page;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What one partition's tables say about commitments. */
final class CommitmentAnswers {
    /** So many rows are read for a page at most, however few of them it shows. */
    static final int MOST_READ = 2000;

    private static final int LONGEST_CHAIN = 16;

    private CommitmentAnswers() {}

    /** The commitments of an account, by id; with {@code state} those in it. */
    static Response ofAccount(Tables tables, AccountId account, Request request) {
        String key = Key.of(account.value()).toString();
        CommitmentState state = state(request);
        Scan<Kept> scan = new Scan<>(tables, Table.COMMITMENTS, key + Key.SEPARATOR, request);
        Page page =
                scan.page(
                        kept -> state == null || kept.commitment().state() == state,
                        kept -> Json.tree(kept.commitment()));
        boolean nothing = page.items().isEmpty() && page.next() == null;
        if (nothing && !isKnown(tables, key)) {
            throw Problem.notFound("no account '" + account + "'");
        }
        return page.response();
    }

    private static boolean isKnown(Tables tables, String account) {
        return tables.get(Table.ACCOUNTS, account) != null
                || !tables.range(
                                Table.COMMITMENTS,
                                account + Key.SEPARATOR,
                                Tables.after(account + Key.SEPARATOR),
                                Tables.Direction.FORWARD,
                                1)
                        .isEmpty();
    }

    /** Decisions of people that apply to nothing just now, because their words are gone. */
    static Response orphans(Tables tables, AccountId account, Request request) {
        String key = Key.of(account.value()).toString();
        Scan<Action> scan = new Scan<>(tables, Table.ORPHANS, key + Key.SEPARATOR, request);
        Page page = scan.page(action -> true, Json::tree);
        if (page.items().isEmpty() && !isKnown(tables, key)) {
            throw Problem.notFound("no account '" + account + "'");
        }
        return page.response();
    }

    /** A commitment; a former id is answered by 410 with the id it has now. */
    static Response one(Tables tables, CommitmentId id) {
        Kept kept = tables.get(Table.COMMITMENTS, id.value());
        if (kept != null) {
            return Response.json(200, Json.tree(kept.commitment()).toString());
        }
        String now = home(tables, id);
        if (now == null) {
            throw unknown(id);
        }
        return Problem.of(410, "Gone", "commitment '" + id + "' is part of '" + now + "' now")
                .with("moved_to", now)
                .response()
                .with(
                        "Location",
                        "/v1/commitments/" + URLEncoder.encode(now, StandardCharsets.UTF_8));
    }

    private static @Nullable String home(Tables tables, CommitmentId id) {
        String now = id.value();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Entry alias = tables.get(Table.ALIASES, now);
            if (alias == null) {
                return null;
            }
            now = alias.at();
            if (tables.get(Table.COMMITMENTS, now) != null) {
                return now;
            }
        }
        return null;
    }

    /** The newest events of a commitment, oldest of them first; also of one that is gone. */
    static Response events(Tables tables, CommitmentId id, Request request) {
        Scan<CommitmentEvent> scan =
                new Scan<>(tables, Table.EVENTS, id.value() + Key.SEPARATOR, request);
        Page page = scan.page(event -> true, Json::tree);
        if (page.items().isEmpty() && request.query("cursor") == null) {
            throw unknown(id);
        }
        return page.response();
    }

    private static Problem unknown(CommitmentId id) {
        return Problem.notFound("no commitment '" + id + "'");
    }

    private static @Nullable CommitmentState state(Request request) {
        String state = request.query("state");
        if (state == null) {
            return null;
        }
        for (CommitmentState each : CommitmentState.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(state)) {
                return each;
            }
        }
        throw Problem.badRequest(
                "query parameter 'state' must be open, fulfilled, withdrawn or dismissed, was '"
                        + state
                        + "'");
    }

    /** The rows below a prefix, a page at a time. */
    private record Scan<V>(Tables tables, Table<V> table, String prefix, Request request) {
        Page page(Predicate<V> shown, java.util.function.Function<V, JsonNode> json) {
            int limit = Page.limit(request);
            List<JsonNode> items = new ArrayList<>();
            String from = start();
            for (int read = 0; read < MOST_READ; ) {
                int step = Math.min(limit + 1, MOST_READ - read);
                List<Row<V>> rows = rows(from, step);
                for (Row<V> row : rows) {
                    if (items.size() == limit) {
                        return new Page(items, Page.cursor(row.key()));
                    }
                    if (shown.test(row.value())) {
                        items.add(json.apply(row.value()));
                    }
                }
                if (rows.size() < step) {
                    return new Page(items, null);
                }
                read += step;
                from = rows.get(step - 1).key() + '\0';
            }
            return new Page(items, Page.cursor(from));
        }

        private List<Row<V>> rows(String from, int limit) {
            return tables.range(table, from, Tables.after(prefix), Tables.Direction.FORWARD, limit);
        }

        private String start() {
            String from = Page.from(request);
            if (from != null && !from.startsWith(prefix)) {
                throw Page.badCursor();
            }
            return from == null ? prefix : from;
        }
    }
}
