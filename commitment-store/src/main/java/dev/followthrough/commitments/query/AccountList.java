package dev.followthrough.commitments.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.commitments.domain.Row;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.query.Page;
import dev.followthrough.service.query.Peers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code /v1/accounts}: one partition after the other, within a partition by id. A page reads as
 * many rows as it shows. Where any partition is missing, no page is answered: a list is never short
 * without saying so.
 */
final class AccountList {
    /** After every key: accounts start with the name of a source, which is ASCII. */
    private static final String END = "\uffff";

    private static final JsonMapper JSON = new JsonMapper();

    private final Ledgers ledgers;
    private final Peers peers;

    AccountList(Ledgers ledgers, Peers peers) {
        this.ledgers = ledgers;
        this.peers = peers;
    }

    Response answer(Request request) {
        boolean stale = Routing.stale(request);
        int limit = Page.limit(request);
        int only = request.number("partition", -1, 0, ledgers.partitions() - 1);
        Position from = position(request, Math.max(only, 0));
        if (only >= 0 && from.partition() != only) {
            throw Page.badCursor();
        }
        List<Located<Tables>> places = places(stale, only);
        List<JsonNode> items = new ArrayList<>();
        Long lag = null;
        for (int p = from.partition(); p < ledgers.partitions() && (only < 0 || p == only); p++) {
            String start = p == from.partition() ? from.key() : "";
            Slice slice =
                    slice(request, places.get(only < 0 ? p : 0), p, start, limit - items.size());
            items.addAll(slice.items());
            lag = greater(lag, slice.lag());
            if (slice.next() != null) {
                Position next = new Position(p, slice.next());
                return Routing.marked(new Page(items, next.cursor()).response(), lag);
            }
        }
        return Routing.marked(new Page(items, null).response(), lag);
    }

    private List<Located<Tables>> places(boolean stale, int only) {
        List<Located<Tables>> places = new ArrayList<>();
        for (int p = 0; p < ledgers.partitions(); p++) {
            if (only < 0 || p == only) {
                Located<Tables> place = ledgers.ledger(p, stale);
                if (place instanceof Located.Nowhere<Tables> missing) {
                    throw Routing.unavailable(missing);
                }
                places.add(place);
            }
        }
        return places;
    }

    private Slice slice(
            Request request, Located<Tables> place, int partition, String from, int limit) {
        return switch (place) {
            case Located.Here<Tables> here -> local(here.value(), from, limit, here.lag());
            case Located.There<Tables> there ->
                    remote(
                            peers.ask(
                                    there.addresses(),
                                    request,
                                    Map.of(
                                            "partition", Integer.toString(partition),
                                            "cursor", new Position(partition, from).cursor(),
                                            "limit", Integer.toString(Math.max(1, limit)))),
                            from,
                            limit);
            case Located.Nowhere<Tables> missing -> throw Routing.unavailable(missing);
        };
    }

    private static Slice local(Tables tables, String from, int limit, @Nullable Long lag) {
        List<Row<AccountSummary>> rows =
                tables.range(Table.ACCOUNTS, from, END, Tables.Direction.FORWARD, limit + 1);
        List<JsonNode> items =
                rows.stream().limit(limit).map(row -> Json.tree(row.value())).toList();
        return new Slice(items, rows.size() > limit ? rows.get(limit).key() : null, lag);
    }

    /**
     * Asked for one at least: with none left to show, whether there is one more is the question.
     */
    private static Slice remote(Response response, String from, int limit) {
        JsonNode page = page(response);
        String lag = response.headers().get(Peers.LAG);
        Long behind = lag == null ? null : Long.valueOf(lag);
        if (limit == 0) {
            return new Slice(List.of(), page.path("items").isEmpty() ? null : from, behind);
        }
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        String next = page.path("next").textValue();
        return new Slice(items, next == null ? null : Position.of(next).key(), behind);
    }

    private static JsonNode page(Response response) {
        if (response.status() != 200) {
            throw Problem.unavailable("an instance that holds a part of the list is not ready", 2);
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw Problem.unavailable("an instance did not answer with a list", 2);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable Long greater(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.max(one, other));
    }

    private Position position(Request request, int first) {
        String cursor = request.query("cursor");
        Position position = cursor == null ? new Position(first, "") : Position.of(cursor);
        if (position.partition() >= ledgers.partitions()) {
            throw Page.badCursor();
        }
        return position;
    }

    /**
     * @param next key of the first row that is not among the items; absent where there is none
     */
    private record Slice(List<JsonNode> items, @Nullable String next, @Nullable Long lag) {}

    /** Where a page starts. */
    private record Position(int partition, String key) {
        static Position of(String cursor) {
            String text = Page.decoded(cursor);
            int colon = text.indexOf(':');
            if (colon < 1 || !text.substring(0, colon).matches("\\d{1,4}")) {
                throw Page.badCursor();
            }
            return new Position(
                    Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
        }

        String cursor() {
            return Page.cursor(partition + ":" + key);
        }
    }
}
