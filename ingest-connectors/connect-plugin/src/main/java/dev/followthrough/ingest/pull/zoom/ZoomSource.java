package dev.followthrough.ingest.pull.zoom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.PullSource;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.ConfigDef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Zoom account. */
public final class ZoomSource implements PullSource {
    /** A meeting that no account has: what is asked is only whether one may ask. */
    private static final String NO_MEETING = "AAAAAAAAAAAAAAAAAAAAAA%3D%3D";

    @Override
    public String name() {
        return "zoom";
    }

    @Override
    public ConfigDef config() {
        return ZoomSourceConfig.DEF;
    }

    @Override
    public Pull open(Map<String, String> settings, Tools tools) {
        return new ZoomPull(new ZoomSourceConfig(settings), tools);
    }

    /** The login, then each scope. */
    @Override
    public List<Finding> check(Map<String, String> settings, Tools tools)
            throws InterruptedException {
        ZoomSourceConfig config = new ZoomSourceConfig(settings);
        ZoomApi api = new ZoomApi(config, tools);
        List<Finding> findings = new ArrayList<>();
        try {
            JsonNode users = api.get("/v2/users?status=active&page_size=30", "users");
            findings.add(Finding.fine("users can be listed"));
            String user = users.path("users").path(0).path("id").asText("");
            if (!user.isEmpty()) {
                api.ask("/v2/users/" + user + "/recordings?page_size=1", "recordings");
                findings.add(Finding.fine("recordings can be listed"));
            }
            if (config.asksParticipants()) {
                api.ask("/v2/past_meetings/" + NO_MEETING + "/participants", "participants");
                findings.add(Finding.fine("participants can be listed"));
            }
            for (String stranger : new ZoomPull(config, tools).strangers()) {
                findings.add(
                        Finding.wrong(
                                ZoomSourceConfig.USERS,
                                "no active user of the account has the address " + stranger));
            }
        } catch (PullException.Refused e) {
            findings.add(e.found(ZoomSourceConfig.CLIENT_ID));
        }
        return findings;
    }
}
