package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotProperties;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Mark;
import dev.followthrough.ingest.pull.ModifiedRows;
import dev.followthrough.ingest.pull.PullException;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One kind of object by search. A search sorts by one property and shows at most 10,000 results: so
 * each page is a search of its own behind the mark. A page ends before its last stamp, of which
 * more may follow; where a whole page has one stamp, as after an import, that stamp is read by id.
 */
final class ObjectRows implements ModifiedRows {
    /** The most that HubSpot gives. */
    private static final int PAGE = 200;

    private final HubSpotApi api;
    private final HubSpotKind kind;
    private final ObjectItems items;

    ObjectRows(HubSpotApi api, HubSpotKind kind, ObjectItems items) {
        this.api = api;
        this.kind = kind;
        this.items = items;
    }

    /** One found object with its stamp. */
    private record Found(String id, Instant stamp, JsonNode json) {}

    /** One answer. */
    private record Answered(List<Found> found, boolean more) {}

    @Override
    public Rows after(Mark mark) throws InterruptedException {
        if (!mark.id().isEmpty()) {
            return atOne(mark);
        }
        ObjectNode query = query(HubSpotProperties.modified(kind));
        filter(query, HubSpotProperties.modified(kind), "GTE", millis(mark.stamp()));
        Answered answered = search(query, mark);
        List<Found> found = answered.found();
        if (!answered.more()) {
            return rows(found, null);
        }
        Instant last = found.get(found.size() - 1).stamp();
        if (found.get(0).stamp().equals(last)) {
            return atOne(Mark.from(last));
        }
        return rows(
                found.stream().filter(one -> one.stamp().isBefore(last)).toList(), Mark.from(last));
    }

    /** Those of one stamp, by id. */
    private Rows atOne(Mark mark) throws InterruptedException {
        ObjectNode query = query("hs_object_id");
        filter(query, HubSpotProperties.modified(kind), "EQ", millis(mark.stamp()));
        if (!mark.id().isEmpty()) {
            filter(query, "hs_object_id", "GT", mark.id());
        }
        Answered answered = search(query, mark);
        List<Found> found = answered.found();
        return rows(
                found,
                answered.more()
                        ? new Mark(mark.stamp(), found.get(found.size() - 1).id())
                        : Mark.from(mark.stamp().plusMillis(1)));
    }

    private Rows rows(List<Found> found, @Nullable Mark next) throws InterruptedException {
        List<Item> mapped = items.of(kind, found.stream().map(Found::json).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            rows.add(new Row(found.get(i).id(), found.get(i).stamp(), mapped.get(i)));
        }
        return new Rows(rows, next);
    }

    private static String millis(Instant stamp) {
        return Long.toString(stamp.toEpochMilli());
    }

    private ObjectNode query(String sort) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.put("limit", PAGE);
        query.putArray("sorts").addObject().put("propertyName", sort).put("direction", "ASCENDING");
        ArrayNode properties = query.putArray("properties");
        HubSpotProperties.of(kind).forEach(properties::add);
        query.putArray("filterGroups").addObject().putArray("filters");
        return query;
    }

    private static void filter(ObjectNode query, String property, String operator, String value) {
        ((ArrayNode) query.at("/filterGroups/0/filters"))
                .addObject()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
    }

    private Answered search(ObjectNode query, Mark mark) throws InterruptedException {
        JsonNode answer = api.search(kind.list(), query);
        if (!answer.path("results").isArray()) {
            throw new PullException.Unavailable(
                    "hubspot search of " + kind.list() + " answered without results");
        }
        List<Found> found = new ArrayList<>();
        for (JsonNode json : answer.path("results")) {
            found.add(new Found(json.path("id").asText(""), stamp(json, mark), json));
        }
        boolean more = answer.path("paging").path("next").hasNonNull("after");
        if (more && found.isEmpty()) {
            throw new PullException.Unavailable(
                    "hubspot search of " + kind.list() + " says that more follows and gives none");
        }
        // The one sort that was asked for: trusted for what a page holds, not for its order.
        if (mark.id().isEmpty()) {
            found.sort(Comparator.comparing(Found::stamp));
        }
        return new Answered(found, more);
    }

    /** The property, else the field beside it; an object without either lies at the mark. */
    private Instant stamp(JsonNode json, Mark mark) {
        String text = json.path("properties").path(HubSpotProperties.modified(kind)).asText("");
        String stated =
                text.isEmpty() || text.equals("null") ? json.path("updatedAt").asText() : text;
        try {
            return Instant.parse(stated);
        } catch (DateTimeException e) {
            return mark.stamp();
        }
    }
}
