package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of objects that are read, told apart by the properties they have. */
public enum HubSpotKind {
    NOTE("notes", false, "hs_note_body"),
    CALL("calls", false, "hs_call_body", "hs_call_title", "hs_call_direction"),
    TASK("tasks", false, "hs_task_subject", "hs_task_body", "hs_task_status"),
    EMAIL("emails", false, "hs_email_subject", "hs_email_text", "hs_email_html"),
    MEETING("meetings", false, "hs_meeting_title", "hs_meeting_body"),
    DEAL("deals", true, "dealname", "dealstage"),
    CONTACT("contacts", true, "firstname", "lastname", "jobtitle", "email"),
    COMPANY("companies", true, "domain"),
    OWNER("owners", true);

    private final String list;
    private final boolean directory;
    private final String properties;

    HubSpotKind(String list, boolean directory, String... properties) {
        this.list = list;
        this.directory = directory;
        this.properties = String.join(" ", properties);
    }

    private List<String> properties() {
        return properties.isEmpty() ? List.of() : List.of(properties.split(" "));
    }

    /** What a list of these objects is called, in paths of the API and as a file. */
    public String list() {
        return list;
    }

    /** Whether its objects are directory entries; else they are signals. */
    public boolean isDirectory() {
        return directory;
    }

    /**
     * The kind of an object; empty for what is no HubSpot object that we read.
     *
     * @param listed what the file's name says of an object whose properties do not tell
     */
    public static Optional<HubSpotKind> of(JsonNode json, Optional<HubSpotKind> listed) {
        boolean readable = json.isObject() && json.path("properties").isObject();
        return of(json).or(() -> readable ? listed : Optional.empty());
    }

    private static Optional<HubSpotKind> of(JsonNode json) {
        if (!json.isObject() || !json.path("id").isValueNode()) {
            return Optional.empty();
        }
        if (!json.path("properties").isObject()) {
            boolean owner = json.has("email") && (json.has("userId") || json.has("firstName"));
            return owner ? Optional.of(OWNER) : Optional.empty();
        }
        HubSpotObject object = new HubSpotObject(json);
        for (HubSpotKind kind : values()) {
            if (kind.properties().stream().anyMatch(object::has)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The kind that a file is called after: {@code notes.json}; empty for other names. */
    public static Optional<HubSpotKind> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (HubSpotKind kind : values()) {
            if (lower.equals(kind.list + ".json")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
