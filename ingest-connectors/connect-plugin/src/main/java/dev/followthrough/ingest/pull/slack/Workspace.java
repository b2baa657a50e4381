package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Endless;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackTeam;
import dev.followthrough.ingest.slack.SlackUser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The lists of a workspace as they are now.
 *
 * @param users as Slack shows them
 * @param channels that the app could see
 */
record Workspace(SlackTeam team, List<JsonNode> users, List<JsonNode> channels) {
    private static final int PAGE = 200;
    private static final int MAX_PAGES = 5000;

    static Workspace list(SlackApi api, String teamId, SlackSourceConfig config)
            throws InterruptedException {
        List<JsonNode> users = all(api, "users.list", "members", Map.of());
        List<JsonNode> channels =
                all(
                        api,
                        "conversations.list",
                        "channels",
                        Map.of("types", config.types(), "exclude_archived", "true"));
        return new Workspace(
                SlackTeam.of(
                        teamId,
                        users.stream().map(SlackUser::read).filter(Objects::nonNull).toList(),
                        channels.stream()
                                .map(SlackChannel::read)
                                .filter(Objects::nonNull)
                                .toList()),
                users,
                channels);
    }

    private static List<JsonNode> all(
            SlackApi api, String method, String list, Map<String, String> more)
            throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        Endless guard = new Endless("slack " + method, MAX_PAGES);
        Map<String, String> arguments = new HashMap<>(more);
        arguments.put("limit", Integer.toString(PAGE));
        while (true) {
            JsonNode body = api.call(method, arguments);
            body.path(list).forEach(all::add);
            String cursor = body.path("response_metadata").path("next_cursor").asText("");
            if (cursor.isEmpty()) {
                return all;
            }
            guard.next(cursor);
            arguments.put("cursor", cursor);
        }
    }

    /**
     * The channels to read: those the app is in and, where some are named, of these.
     *
     * @param named ids and names; empty for all
     */
    List<JsonNode> readable(Set<String> named) {
        return channels.stream()
                .filter(Workspace::member)
                .filter(
                        channel ->
                                named.isEmpty()
                                        || named.contains(channel.path("id").asText())
                                        || named.contains(channel.path("name").asText()))
                .filter(channel -> SlackChannel.read(channel) != null)
                .toList();
    }

    private static boolean member(JsonNode channel) {
        return channel.path("is_member").asBoolean()
                || channel.path("is_im").asBoolean()
                || channel.path("is_mpim").asBoolean();
    }
}
