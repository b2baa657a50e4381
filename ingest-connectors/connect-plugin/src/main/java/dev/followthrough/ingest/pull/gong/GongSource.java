package dev.followthrough.ingest.pull.gong;

import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.PullSource;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.ConfigDef;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The recorded calls of a Gong company. */
public final class GongSource implements PullSource {
    /** A call that no company has: what is asked is only whether one may ask. */
    private static final List<String> NO_CALL = List.of("1");

    @Override
    public String name() {
        return "gong";
    }

    @Override
    public ConfigDef config() {
        return GongSourceConfig.DEF;
    }

    @Override
    public int maxTasks(Map<String, String> settings) {
        return new GongSourceConfig(settings).workspaces().size();
    }

    @Override
    public Pull open(Map<String, String> settings, Tools tools) {
        return new GongPull(new GongSourceConfig(settings), tools);
    }

    /** The access key, then each scope. */
    @Override
    public List<Finding> check(Map<String, String> settings, Tools tools)
            throws InterruptedException {
        GongSourceConfig config = new GongSourceConfig(settings);
        GongApi api = new GongApi(config, tools);
        List<Finding> findings = new ArrayList<>();
        try {
            Instant lately = tools.clock().instant().minus(Duration.ofDays(1));
            for (String workspace : config.workspaces()) {
                boolean refused = api.calls(workspace, lately, "", "").status() == 400;
                findings.add(
                        refused
                                ? Finding.wrong(
                                        GongSourceConfig.WORKSPACES,
                                        "gong does not list calls of workspace "
                                                + workspace
                                                + " (400): give its id")
                                : Finding.fine("calls can be listed"));
            }
            api.transcripts(NO_CALL, "");
            findings.add(Finding.fine("transcripts can be read"));
        } catch (PullException.Refused e) {
            findings.add(e.found(GongSourceConfig.ACCESS_KEY));
        }
        return findings;
    }
}
