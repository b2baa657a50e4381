package dev.followthrough.ingest.pull.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks up the names of files attached to mails, one query for all mails of a page. */
final class AttachedNames {
    private final SalesforceApi api;
    private final boolean asks;

    AttachedNames(SalesforceApi api, SalesforceSourceConfig config) {
        this.api = api;
        this.asks = config.namesAttachments();
    }

    /** Writes them into the rows, as {@code attachments}. */
    void add(List<JsonNode> mails) throws InterruptedException {
        Map<String, ArrayNode> lists = new TreeMap<>();
        for (JsonNode mail : mails) {
            String id = mail.path("Id").asText("");
            boolean has =
                    mail.path("HasAttachment").asBoolean() && !mail.path("IsDeleted").asBoolean();
            if (asks && has && id.matches("[0-9A-Za-z]{15,18}") && mail instanceof ObjectNode row) {
                lists.put(id, row.putArray("attachments"));
            }
        }
        if (lists.isEmpty()) {
            return;
        }
        List<String> ids = new ArrayList<>(lists.keySet());
        JsonNode answer =
                api.query(
                        "SELECT LinkedEntityId, ContentDocument.Title, ContentDocument.FileExtension FROM ContentDocumentLink"
                                + " WHERE LinkedEntityId IN ('"
                                + String.join("','", ids)
                                + "')",
                        "ContentDocumentLink");
        for (JsonNode link : answer.path("records")) {
            ArrayNode list = lists.get(link.path("LinkedEntityId").asText(""));
            if (list != null) {
                list.add(name(link.path("ContentDocument")));
            }
        }
    }

    private static String name(JsonNode document) {
        String extension = document.path("FileExtension").asText("");
        String title = document.path("Title").asText("unnamed");
        return extension.isEmpty() ? title : title + "." + extension;
    }
}
