package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;

import java.util.Optional;

/** Any object of HubSpot to what it is to us. Pure, thread-safe; never throws on bad input. */
public final class HubSpotObjects {
    private static final String INVALID = "invalid-hubspot-object";

    private final HubSpotDirectory directory;
    private final HubSpotActivities activities;

    public HubSpotObjects(HubSpotPortal portal) {
        this.directory = new HubSpotDirectory(portal);
        this.activities = new HubSpotActivities(portal);
    }

    /**
     * One object; its kind follows from its properties.
     *
     * @param listed what the list is called, where properties do not tell
     */
    public Mapped map(JsonNode json, Optional<HubSpotKind> listed) {
        Optional<HubSpotKind> kind = HubSpotKind.of(json, listed);
        HubSpotObject object = new HubSpotObject(json);
        String id = object.id();
        if (kind.isEmpty() || id == null) {
            return new Mapped.Rejected(
                    INVALID,
                    "object must have an id and properties of a known kind, was "
                            + json.getNodeType());
        }
        return map(kind.get(), id, object);
    }

    /** One object of a kind that is known from where it was asked for. */
    public Mapped map(HubSpotKind kind, JsonNode json) {
        HubSpotObject object = new HubSpotObject(json);
        String id = object.id();
        return id == null
                ? new Mapped.Rejected(INVALID, kind.list() + " must have an id, one had none")
                : map(kind, id, object);
    }

    private Mapped map(HubSpotKind kind, String id, HubSpotObject object) {
        return switch (kind) {
            case NOTE, CALL, TASK, EMAIL, MEETING -> activities.map(kind, id, object);
            case COMPANY -> directory.company(id, object);
            case CONTACT -> directory.contact(id, object);
            case DEAL -> directory.deal(id, object);
            case OWNER -> directory.owner(id, object);
        };
    }
}
