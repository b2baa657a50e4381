package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.PullSource;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.ConfigDef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Slack as a source that is pulled. */
final class SlackSource implements PullSource {
    private static final String SCOPES = "x-oauth-scopes";

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public ConfigDef config() {
        return SlackSourceConfig.DEF;
    }

    @Override
    public Pull open(Map<String, String> settings, Tools tools) {
        return new SlackPull(new SlackSourceConfig(settings), tools);
    }

    @Override
    public List<Finding> check(Map<String, String> settings, Tools tools)
            throws InterruptedException {
        SlackSourceConfig config = new SlackSourceConfig(settings);
        List<Finding> findings = new ArrayList<>();
        try (SlackApi api = SlackApi.open(config, tools)) {
            Answer who = api.answer("auth.test", Map.of());
            String team = who.body().path("team_id").asText("?");
            findings.add(Finding.fine("the token is accepted by workspace " + team));
            findings.addAll(scopes(config, who.header(SCOPES)));
            if (!wrong(findings) && !config.channels().isEmpty()) {
                findings.addAll(channels(config, Workspace.list(api, team, config)));
            }
        } catch (PullException.Refused e) {
            findings.add(e.found(SlackSourceConfig.TOKEN));
        }
        return findings;
    }

    private static boolean wrong(List<Finding> findings) {
        return findings.stream().anyMatch(each -> each.verdict() == Finding.Verdict.WRONG);
    }

    private static List<Finding> scopes(SlackSourceConfig config, String header) {
        if (header.isEmpty()) {
            return List.of(Finding.unknown("Slack did not say which scopes the token has"));
        }
        Set<String> missing = needed(config);
        List<String> has = List.of(header.split("[,\\s]+"));
        has.forEach(missing::remove);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                missing.isEmpty()
                        ? Finding.fine("the token has the scopes that these settings need")
                        : Finding.wrong(
                                SlackSourceConfig.TOKEN,
                                "the token lacks the scopes "
                                        + String.join(", ", missing)
                                        + ": add them to the app and install it again"));
        if (!has.contains("users:read.email")) {
            findings.add(
                    Finding.unknown(
                            "without the scope users:read.email people are not recognised by their addresses"));
        }
        return findings;
    }

    static Set<String> needed(SlackSourceConfig config) {
        Set<String> needed =
                new TreeSet<>(Set.of("channels:read", "channels:history", "users:read"));
        if (config.privateChannels()) {
            needed.addAll(Set.of("groups:read", "groups:history"));
        }
        if (config.directMessages()) {
            needed.addAll(Set.of("im:read", "im:history", "mpim:read", "mpim:history"));
        }
        return needed;
    }

    private static List<Finding> channels(SlackSourceConfig config, Workspace workspace) {
        Set<String> unread = new TreeSet<>(config.channels());
        for (JsonNode channel : workspace.readable(config.channels())) {
            unread.remove(channel.path("id").asText());
            unread.remove(channel.path("name").asText());
        }
        return unread.stream()
                .map(
                        name ->
                                Finding.wrong(
                                        SlackSourceConfig.CHANNELS,
                                        "channel "
                                                + name
                                                + " is not there, or the app is not in it: invite it with /invite in the channel"))
                .toList();
    }
}
