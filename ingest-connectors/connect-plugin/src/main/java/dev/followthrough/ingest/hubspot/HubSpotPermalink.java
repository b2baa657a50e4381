package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a person opens an object in HubSpot. Pure. */
public final class HubSpotPermalink {
    /** What activities are about, with the type that addresses of records have. */
    private static final List<Map.Entry<String, String>> RECORDS =
            List.of(
                    Map.entry("deals", "0-3"),
                    Map.entry("companies", "0-2"),
                    Map.entry("contacts", "0-1"));

    private HubSpotPermalink() {}

    /**
     * Where the records of an account are opened; empty where that is not known.
     *
     * @param account its details, as the API gives them
     */
    public static String records(JsonNode account) {
        String id = account.path("portalId").asText("");
        String domain = account.path("uiDomain").asText("app.hubspot.com");
        return id.matches("\\d+") && domain.matches("[\\w.-]+")
                ? "https://" + domain + "/contacts/" + id + "/record/"
                : "";
    }

    /**
     * Activities are shown on the record that they are about: by its type and id.
     *
     * @param records as {@link #records} gives it
     */
    public static Optional<String> of(String records, JsonNode object) {
        JsonNode about = object.path("associations");
        for (Map.Entry<String, String> type : RECORDS) {
            String id = about.path(type.getKey()).at("/results/0/id").asText("");
            if (!records.isEmpty() && !id.isEmpty()) {
                return Optional.of(records + type.getValue() + "/" + id);
            }
        }
        return Optional.empty();
    }
}
