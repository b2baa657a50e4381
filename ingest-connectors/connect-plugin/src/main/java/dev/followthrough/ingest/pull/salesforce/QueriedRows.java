package dev.followthrough.ingest.pull.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Mark;
import dev.followthrough.ingest.pull.ModifiedRows;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.salesforce.SalesforceKind;
import dev.followthrough.ingest.salesforce.SalesforceOrg;
import dev.followthrough.ingest.salesforce.SalesforceRows;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One object by SOQL, in the order of stamp and id. A query's cursor is followed while it goes on
 * from the mark that is asked for; after a restart, or where the cursor has expired, a new query
 * goes on from there. For one thread.
 */
final class QueriedRows implements ModifiedRows {
    private final SalesforceApi api;
    private final SalesforceKind kind;
    private final OrgSource orgs;
    private final AttachedNames names;
    private @Nullable Cursor cursor;

    QueriedRows(SalesforceApi api, SalesforceKind kind, OrgSource orgs, AttachedNames names) {
        this.api = api;
        this.kind = kind;
        this.orgs = orgs;
        this.names = names;
    }

    /** Where a query goes on: behind which mark, at which address. */
    private record Cursor(Mark behind, String path) {}

    @Override
    public Rows after(Mark mark) throws InterruptedException {
        JsonNode answer = answer(mark);
        if (!answer.path("records").isArray()) {
            throw new PullException.Unavailable(
                    "salesforce answered the query of " + kind.object() + " without records");
        }
        List<JsonNode> records = new ArrayList<>();
        answer.path("records").forEach(records::add);
        List<Row> rows = rows(records, mark);
        String path = answer.path("nextRecordsUrl").asText("");
        boolean more = !answer.path("done").asBoolean(true) && !path.isEmpty();
        if (more && rows.isEmpty()) {
            throw new PullException.Unavailable(
                    "salesforce says that more of " + kind.object() + " follows and gives none");
        }
        Mark next = more ? markOf(rows.get(rows.size() - 1)) : null;
        cursor = next == null ? null : new Cursor(next, path);
        return new Rows(rows, next);
    }

    private static Mark markOf(Row row) {
        return new Mark(row.stamp(), row.id());
    }

    private JsonNode answer(Mark mark) throws InterruptedException {
        Cursor at = cursor;
        cursor = null;
        if (at != null && at.behind().equals(mark)) {
            try {
                return api.more(at.path(), kind.object());
            } catch (SalesforceApi.CursorLost e) {
                // It has expired: a query from the mark gives the same rows.
            }
        }
        return api.query(soql(mark), kind.object());
    }

    private String soql(Mark mark) {
        String stamp = mark.stamp().toString();
        String where =
                mark.id().isEmpty()
                        ? "SystemModstamp >= " + stamp
                        : "(SystemModstamp = "
                                + stamp
                                + " AND Id > '"
                                + mark.id()
                                + "') OR SystemModstamp > "
                                + stamp;
        return "SELECT "
                + String.join(",", kind.fields())
                + " FROM "
                + kind.object()
                + (mark.stamp().equals(Instant.EPOCH) && mark.id().isEmpty()
                        ? ""
                        : " WHERE " + where)
                + " ORDER BY SystemModstamp ASC, Id ASC";
    }

    private List<Row> rows(List<JsonNode> records, Mark mark) throws InterruptedException {
        if (kind == SalesforceKind.EMAIL_MESSAGE) {
            names.add(records);
        }
        SalesforceOrg org = orgs.explaining(records);
        SalesforceRows mapper = new SalesforceRows(org);
        List<Row> rows = new ArrayList<>();
        for (JsonNode record : records) {
            String id = record.path("Id").asText("");
            Item item =
                    new Item(
                            id,
                            Map.of(
                                    "object",
                                    kind.object(),
                                    "id",
                                    id,
                                    Item.PERMALINK,
                                    api.instance().resolve("/" + id).toString()),
                            Json.bytes(record),
                            List.of(mapper.map(kind, record)));
            Instant stamp = SalesforceRows.stamp(record);
            rows.add(new Row(id, stamp == null ? mark.stamp() : stamp, item));
        }
        return rows;
    }
}
