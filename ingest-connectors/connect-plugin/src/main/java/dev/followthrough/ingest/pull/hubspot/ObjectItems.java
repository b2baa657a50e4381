package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.hubspot.HubSpotAssociations;
import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotObjects;
import dev.followthrough.ingest.hubspot.HubSpotPermalink;
import dev.followthrough.ingest.hubspot.HubSpotPortal;
import dev.followthrough.ingest.hubspot.HubSpotProperties;
import dev.followthrough.ingest.pull.Item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Completes objects as a search or list gives them, which is without associations and names of
 * files, to what an exported list holds, and maps them. For one thread.
 */
final class ObjectItems {
    private static final int MOST_NAMES = 10_000;

    private final HubSpotApi api;
    private final PortalSource portals;
    private final boolean naming;
    private final Map<String, String> names =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST_NAMES;
                }
            };

    /**
     * @param naming whether names of attached files are looked up
     */
    ObjectItems(HubSpotApi api, PortalSource portals, boolean naming) {
        this.api = api;
        this.portals = portals;
        this.naming = naming;
    }

    /** In the order of the objects. */
    List<Item> of(HubSpotKind kind, List<JsonNode> objects) throws InterruptedException {
        for (HubSpotKind to : HubSpotProperties.associations(kind)) {
            associate(kind, to, objects);
        }
        if (naming) {
            for (JsonNode object : objects) {
                nameAttachments(object);
            }
        }
        HubSpotPortal portal = portals.explaining(objects);
        HubSpotObjects mapper = new HubSpotObjects(portal);
        List<Item> items = new ArrayList<>();
        for (JsonNode object : objects) {
            String id = object.path("id").asText("");
            items.add(
                    new Item(
                            id,
                            position(kind, id, object),
                            Json.bytes(object),
                            List.of(mapper.map(kind, object))));
        }
        return items;
    }

    private Map<String, String> position(HubSpotKind kind, String id, JsonNode object) {
        Map<String, String> position = new HashMap<>(Map.of("object", kind.list(), "id", id));
        HubSpotPermalink.of(portals.account(), object)
                .ifPresent(link -> position.put(Item.PERMALINK, link));
        return position;
    }

    private void associate(HubSpotKind from, HubSpotKind to, List<JsonNode> objects)
            throws InterruptedException {
        if (objects.isEmpty()) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputs");
        objects.forEach(object -> inputs.addObject().put("id", object.path("id").asText()));
        JsonNode answer =
                api.post(
                        "/crm/v4/associations/" + from.list() + "/" + to.list() + "/batch/read",
                        body,
                        "associations of " + from.list());
        Map<String, JsonNode> found = new HashMap<>();
        answer.path("results")
                .forEach(one -> found.put(one.path("from").path("id").asText(), one.path("to")));
        for (JsonNode object : objects) {
            JsonNode ends = found.get(object.path("id").asText());
            if (ends != null && object instanceof ObjectNode open) {
                HubSpotAssociations.write(open, to, ends);
            }
        }
    }

    private void nameAttachments(JsonNode object) throws InterruptedException {
        String ids = object.path("properties").path("hs_attachment_ids").asText("");
        if (!(object instanceof ObjectNode open) || ids.isBlank() || ids.equals("null")) {
            return;
        }
        ArrayNode attachments = open.putArray("attachments");
        for (String id : ids.split("[;,\\s]+")) {
            if (!names.containsKey(id)) {
                names.put(id, name(id));
            }
            attachments.add(names.get(id));
        }
    }

    private String name(String id) throws InterruptedException {
        JsonNode file = api.get("/files/v3/files/" + id, "files");
        String extension = file.path("extension").asText("");
        String name = file.path("name").asText("file " + id);
        return extension.isEmpty() ? name : name + "." + extension;
    }
}
