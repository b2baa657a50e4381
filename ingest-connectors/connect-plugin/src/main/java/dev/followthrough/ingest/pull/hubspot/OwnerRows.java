package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.Mark;
import dev.followthrough.ingest.pull.ModifiedRows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The owners, which are few and cannot be searched: listed whole each time. */
final class OwnerRows implements ModifiedRows {
    private final PortalSource portals;
    private final ObjectItems items;

    OwnerRows(PortalSource portals, ObjectItems items) {
        this.portals = portals;
        this.items = items;
    }

    @Override
    public Rows after(Mark mark) throws InterruptedException {
        List<JsonNode> owners =
                portals.owners().stream()
                        .filter(owner -> !stamp(owner).isBefore(mark.stamp()))
                        .sorted(
                                Comparator.comparing(OwnerRows::stamp)
                                        .thenComparing(owner -> owner.path("id").asText()))
                        .toList();
        List<Item> mapped = items.of(HubSpotKind.OWNER, owners);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            rows.add(
                    new Row(
                            owners.get(i).path("id").asText(),
                            stamp(owners.get(i)),
                            mapped.get(i)));
        }
        return new Rows(rows, null);
    }

    private static Instant stamp(JsonNode owner) {
        try {
            return Instant.parse(owner.path("updatedAt").asText());
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
