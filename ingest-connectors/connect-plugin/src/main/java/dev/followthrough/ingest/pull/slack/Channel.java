package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackTeam;

import java.util.Map;
import java.util.Objects;

/**
 * A channel as it is now, with what explains its messages. Its members are asked for when they are
 * first wanted. Used by one thread.
 */
final class Channel {
    /** In larger ones nobody in particular is spoken to. */
    private static final int MAX_MEMBERS = 200;

    private final ObjectNode json;
    private final SlackTeam team;
    private final String workspace;
    private boolean complete;

    /**
     * @param workspace where a person opens it; empty where that is not known
     */
    Channel(JsonNode json, SlackTeam team, String workspace) {
        this.json = json.deepCopy();
        this.json.remove("updated"); // changes by itself
        this.team = team;
        this.workspace = workspace;
    }

    Channel withMembers(SlackApi api) throws InterruptedException {
        if (complete) {
            return this;
        }
        if (json.path("num_members").asInt() <= MAX_MEMBERS) {
            ArrayNode members = json.putArray("members");
            try {
                JsonNode body =
                        api.call(
                                "conversations.members",
                                Map.of(
                                        "channel",
                                        json.path("id").asText(),
                                        "limit",
                                        Integer.toString(MAX_MEMBERS)),
                                "fetch_members_failed");
                body.path("members").forEach(members::add);
            } catch (PullException.Unavailable e) {
                json.remove("members");
                throw e;
            }
        }
        complete = true;
        return this;
    }

    JsonNode json() {
        return json;
    }

    SlackChannel channel() {
        return Objects.requireNonNull(SlackChannel.read(json), "a listed channel has an id");
    }

    SlackTeam team() {
        return team;
    }

    String workspace() {
        return workspace;
    }

    /** When it began; microseconds, 0 where unknown. */
    long created() {
        return json.path("created").asLong() * 1_000_000;
    }
}
