package dev.followthrough.alerting.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;
import dev.followthrough.service.query.Page;
import dev.followthrough.service.query.Peers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code /v1/escalations}: what is not resolved, one partition after the other, within a partition
 * by subject. Where any partition is missing, no page is answered: a list is never short without
 * saying so.
 */
public final class EscalationRoutes {
    /** So many subjects are read for a page at most, however few escalations it shows. */
    static final int MOST_READ = 2_000;

    private static final int RETRY_SECONDS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private final Escalations escalations;
    private final Peers peers;

    public EscalationRoutes(Escalations escalations, Peers peers) {
        this.escalations = escalations;
        this.peers = peers;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/escalations", this::answer));
    }

    private Response answer(Request request) {
        Query query = Query.of(request, escalations.partitions());
        List<Place<Escalations.Subjects>> places = places(query);
        List<JsonNode> items = new ArrayList<>();
        Long lag = null;
        for (int i = 0; i < places.size(); i++) {
            int partition = query.first() + i;
            String start = i == 0 ? query.from() : "";
            Slice slice =
                    slice(
                            request,
                            query,
                            places.get(i),
                            partition,
                            start,
                            query.limit() - items.size());
            items.addAll(slice.items());
            lag = greater(lag, slice.lag());
            if (slice.next() != null) {
                return marked(items, Query.cursor(partition, slice.next()), lag);
            }
        }
        return marked(items, null, lag);
    }

    /**
     * Where each partition is that the list still needs; the first is the one the page starts in.
     */
    private List<Place<Escalations.Subjects>> places(Query query) {
        List<Place<Escalations.Subjects>> places = new ArrayList<>();
        for (int p = 0; p < escalations.partitions(); p++) {
            if (query.covers(p)) {
                Place<Escalations.Subjects> place = escalations.partition(p, query.stale());
                if (place instanceof Place.Nowhere<Escalations.Subjects>(String reason)) {
                    throw Problem.unavailable(reason, RETRY_SECONDS);
                }
                if (p >= query.first()) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private Slice slice(
            Request request,
            Query query,
            Place<Escalations.Subjects> place,
            int partition,
            String from,
            int limit) {
        return switch (place) {
            case Place.Here<Escalations.Subjects>(Escalations.Subjects subjects, Long lag) ->
                    local(subjects, query, from, limit, lag);
            case Place.There<Escalations.Subjects>(List<String> addresses) ->
                    remote(
                            peers.ask(
                                    addresses,
                                    request,
                                    Map.of(
                                            "partition", Integer.toString(partition),
                                            "cursor", Query.cursor(partition, from),
                                            "limit", Integer.toString(Math.max(1, limit)))),
                            from,
                            limit);
            case Place.Nowhere<Escalations.Subjects>(String reason) ->
                    throw Problem.unavailable(reason, RETRY_SECONDS);
        };
    }

    /** A subject's escalations stay on one page, so a page may show a few more than asked for. */
    private static Slice local(
            Escalations.Subjects subjects,
            Query query,
            String from,
            int limit,
            @Nullable Long lag) {
        List<JsonNode> items = new ArrayList<>();
        String next = from;
        for (int read = 0; read < MOST_READ; ) {
            int step = Math.min(MOST_READ - read, 200);
            List<Escalations.Row> rows = subjects.from(next, query.prefix(), step);
            for (Escalations.Row row : rows) {
                List<Escalation> shown = row.escalations().stream().filter(query::shows).toList();
                if (!shown.isEmpty() && items.size() >= limit) {
                    return new Slice(items, row.key(), lag);
                }
                shown.forEach(one -> items.add(Json.tree(one)));
            }
            if (rows.size() < step) {
                return new Slice(items, null, lag);
            }
            read += step;
            next = rows.get(rows.size() - 1).key() + '\0';
        }
        return new Slice(items, next, lag);
    }

    /**
     * Asked for one at least: with none left to show, whether there is one more is the question.
     */
    private static Slice remote(Response response, String from, int limit) {
        if (response.status() != 200) {
            throw Problem.unavailable(
                    "an instance that holds a part of the list is not ready", RETRY_SECONDS);
        }
        JsonNode page = page(response);
        String header = response.headers().get(Peers.LAG);
        Long lag = header == null ? null : Long.valueOf(header);
        JsonNode shown = page.path("items");
        String next = page.path("next").textValue();
        if (limit <= 0) {
            return new Slice(List.of(), shown.isEmpty() && next == null ? null : from, lag);
        }
        List<JsonNode> items = new ArrayList<>();
        shown.forEach(items::add);
        return new Slice(items, next == null ? null : Query.key(next), lag);
    }

    private static JsonNode page(Response response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw Problem.unavailable("an instance did not answer with a list", RETRY_SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response marked(
            List<JsonNode> items, @Nullable String cursor, @Nullable Long lag) {
        Response response = new Page(items, cursor).response();
        return lag == null ? response : response.with(Peers.LAG, Long.toString(lag));
    }

    private static @Nullable Long greater(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.max(one, other));
    }

    /**
     * @param next key of the first subject that is not among the items; absent where there is none
     */
    private record Slice(List<JsonNode> items, @Nullable String next, @Nullable Long lag) {}

    /** The partition of an account, and the beginning of its subjects' keys. */
    static int partition(AccountId account, int partitions) {
        return Placement.partition(Keys.account(account), partitions);
    }

    static String prefix(AccountId account) {
        return Keys.account(account).toString() + Key.SEPARATOR;
    }
}
