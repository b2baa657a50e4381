package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What explains a portal's objects. Immutable.
 *
 * @param owners by owner id
 * @param zones by e-mail address, as other sources of the same company know them
 * @param stages what a deal stage's id means, from the pipelines' metadata; empty where unknown
 * @param home zone of owners of whom no better one is known: the account's
 */
public record HubSpotPortal(
        Map<String, Party> owners,
        Map<String, ZoneId> zones,
        Map<String, DealStage> stages,
        ZoneId home) {
    /** Where nothing tells the account's zone. */
    public HubSpotPortal(
            Map<String, Party> owners, Map<String, ZoneId> zones, Map<String, DealStage> stages) {
        this(owners, zones, stages, ZoneOffset.UTC);
    }

    public HubSpotPortal {
        owners = Map.copyOf(owners);
        zones = Map.copyOf(zones);
        stages = Map.copyOf(stages);
    }

    /**
     * As the API tells it.
     *
     * @param owners all of them, those who left too
     * @param pipelines those of deals, with their stages; a missing node where not asked for
     * @param account the account's details
     */
    public static HubSpotPortal of(
            Iterable<JsonNode> owners, JsonNode pipelines, JsonNode account) {
        Map<String, Party> parties = new HashMap<>();
        for (JsonNode owner : owners) {
            Party party = HubSpotDirectory.ownerParty(owner);
            if (party != null) {
                parties.put(owner.path("id").asText(), party);
            }
        }
        Map<String, DealStage> stages = new HashMap<>();
        for (JsonNode pipeline : pipelines.path("results")) {
            for (JsonNode stage : pipeline.path("stages")) {
                stages.put(stage.path("id").asText(), meaning(stage.path("metadata")));
            }
        }
        return new HubSpotPortal(
                parties, Map.of(), stages, zoneOf(account.path("timeZone").asText("")));
    }

    /** Labels are for people: a closed stage is won where its probability is 1. */
    private static DealStage meaning(JsonNode metadata) {
        double probability = metadata.path("probability").asDouble(-1);
        if (!metadata.path("isClosed").asBoolean(probability == 0 || probability == 1)) {
            return DealStage.OPEN;
        }
        return probability == 1 ? DealStage.WON : DealStage.LOST;
    }

    private static ZoneId zoneOf(String text) {
        try {
            return text.isEmpty() ? ZoneOffset.UTC : ZoneId.of(text).normalized();
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** The owner of an object; known by the id alone where the portal does not list them. */
    Party owner(@Nullable String id) {
        Party known = id == null ? null : owners.get(id);
        return known != null
                ? known
                : new Party("hubspot:owner/" + (id == null ? "none" : id), null, null, Side.OURS);
    }

    /** The owner with the same address, where it is one; else the party as it is. */
    Party known(Party party) {
        return owners.values().stream()
                .filter(owner -> owner.email() != null && owner.email().equals(party.email()))
                .findFirst()
                .orElse(party);
    }

    /** Whether the owner and the stage that an object names are known. */
    public boolean explains(JsonNode json) {
        HubSpotObject object = new HubSpotObject(json);
        String owner = object.text("hubspot_owner_id");
        String stage = object.text("dealstage");
        return (owner == null || owners.containsKey(owner))
                && (stage == null || stages.containsKey(stage));
    }

    /** Where another source knows their address, that one's zone; else ours are at home. */
    ZoneId zone(Party party) {
        ZoneId known = party.email() == null ? null : zones.get(party.email());
        if (known != null) {
            return known;
        }
        return party.side() == Side.OURS ? home : ZoneOffset.UTC;
    }

    /** Metadata decides; without it the ids of the default pipeline and the closed flags do. */
    DealStage stage(HubSpotObject deal) {
        String stage = deal.text("dealstage");
        DealStage known = stage == null ? null : stages.get(stage);
        if (known != null) {
            return known;
        }
        String text = stage == null ? "" : stage.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (text.contains("closedwon") || deal.isTrue("hs_is_closed_won")) {
            return DealStage.WON;
        }
        return text.contains("closedlost")
                        || deal.isTrue("hs_is_closed")
                        || deal.isTrue("hs_is_closed_lost")
                ? DealStage.LOST
                : DealStage.OPEN;
    }
}
