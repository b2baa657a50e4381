package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Associations, which the API tells apart from objects. Pure. */
public final class HubSpotAssociations {
    private HubSpotAssociations() {}

    /**
     * Writes them into an object as an exported list has them; the primary one first, since the
     * first is the one that counts.
     *
     * @param ends the {@code to} of a row of the associations API
     */
    public static void write(ObjectNode object, HubSpotKind to, JsonNode ends) {
        List<String> ids = new ArrayList<>();
        for (JsonNode end : ends) {
            String id = end.path("toObjectId").asText();
            ids.add(isPrimary(end) ? 0 : ids.size(), id);
        }
        ArrayNode results =
                object.withObject("/associations").putObject(to.list()).putArray("results");
        ids.forEach(id -> results.addObject().put("id", id));
    }

    private static boolean isPrimary(JsonNode end) {
        for (JsonNode type : end.path("associationTypes")) {
            if (type.path("label").asText("").equals("Primary")) {
                return true;
            }
        }
        return false;
    }
}
