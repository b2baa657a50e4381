package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.PullSource;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.ConfigDef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A HubSpot account. */
public final class HubSpotSource implements PullSource {
    @Override
    public String name() {
        return "hubspot";
    }

    @Override
    public ConfigDef config() {
        return HubSpotSourceConfig.DEF;
    }

    @Override
    public int maxTasks(Map<String, String> settings) {
        return new HubSpotSourceConfig(settings).kinds().size();
    }

    @Override
    public Pull open(Map<String, String> settings, Tools tools) {
        return new HubSpotPull(new HubSpotSourceConfig(settings), tools);
    }

    /** The token, then each kind's scope. */
    @Override
    public List<Finding> check(Map<String, String> settings, Tools tools)
            throws InterruptedException {
        HubSpotSourceConfig config = new HubSpotSourceConfig(settings);
        HubSpotApi api = new HubSpotApi(config, tools);
        List<Finding> findings = new ArrayList<>();
        try {
            JsonNode account = api.get("/account-info/v3/details", "the account");
            findings.add(
                    Finding.fine(
                            "the token is that of account " + account.path("portalId").asText()));
        } catch (PullException.Refused e) {
            return List.of(e.found(HubSpotSourceConfig.TOKEN));
        }
        for (HubSpotKind kind : config.kinds()) {
            findings.add(readable(api, kind));
        }
        return findings;
    }

    private static Finding readable(HubSpotApi api, HubSpotKind kind) throws InterruptedException {
        try {
            if (kind == HubSpotKind.OWNER) {
                api.get("/crm/v3/owners?limit=1", kind.list());
            } else {
                api.search(kind.list(), JsonNodeFactory.instance.objectNode().put("limit", 1));
            }
            return Finding.fine(kind.list() + " can be read");
        } catch (PullException.Refused e) {
            return e.found(HubSpotSourceConfig.OBJECTS);
        }
    }
}
