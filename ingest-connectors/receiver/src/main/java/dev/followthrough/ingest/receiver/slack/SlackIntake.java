package dev.followthrough.ingest.receiver.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.Outgoing;
import dev.followthrough.ingest.slack.SlackDirectory;
import dev.followthrough.ingest.slack.SlackEvents;
import dev.followthrough.service.http.Response;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What Slack sends, the same by HTTP and by Socket Mode: events of channels and people, and clicks.
 * Thread-safe.
 */
final class SlackIntake {
    private static final Logger LOG = LoggerFactory.getLogger(SlackIntake.class);

    private final SlackWorkspace workspace;
    private final Set<String> allowed;
    private final boolean direct;

    /**
     * @param allowed ids of the channels that are read; empty for all that the app is in
     * @param direct whether direct messages are read too
     */
    SlackIntake(SlackWorkspace workspace, List<String> allowed, boolean direct) {
        this.workspace = workspace;
        this.allowed = Set.copyOf(allowed);
        this.direct = direct;
    }

    /** An {@code event_callback}, or what else comes where events come. */
    Delivery event(JsonNode outer) {
        return switch (outer.path("type").asText()) {
            case "event_callback" -> inner(outer, outer.path("event"));
            case "app_rate_limited" -> rateLimited(outer);
            default -> Delivery.ignored("type");
        };
    }

    /** Slack kept events back: a gap that only history fills. */
    private static Delivery rateLimited(JsonNode outer) {
        LOG.atWarn()
                .addKeyValue("team", outer.path("team_id").asText())
                .addKeyValue("minute", outer.path("minute_rate_limited").asText())
                .log("slack kept events back; the pull connector reads what is missing");
        return Delivery.ignored("rate-limited-gap");
    }

    /** A click on one of our buttons. */
    static Delivery click(JsonNode payload, Instant now) {
        return SlackInteraction.read(payload, now)
                .map(SlackIntake::action)
                .orElseGet(() -> Delivery.ignored("not-our-button"));
    }

    private static Delivery action(Action action) {
        return new Delivery(List.of(), List.of(Outgoing.action(action)), Response.empty(200));
    }

    private Delivery inner(JsonNode outer, JsonNode event) {
        String team = team(outer, event);
        if (team.isEmpty()) {
            return Delivery.of(
                    List.of(
                            new Mapped.Rejected(
                                    "invalid-slack-event", "event must have a team_id, had none")));
        }
        if (SlackEvents.isSaid(event)) {
            return said(team, event);
        }
        return switch (event.path("type").asText()) {
            case "user_change", "team_join", "user_profile_changed" -> person(team, event);
            case "channel_created",
                    "channel_rename",
                    "channel_shared",
                    "channel_unshared",
                    "group_rename",
                    "member_joined_channel",
                    "member_left_channel" ->
                    channel(team, event);
            default -> Delivery.ignored("event-type");
        };
    }

    /** The workspace that we read, also where somebody of another one spoke in a shared channel. */
    private static String team(JsonNode outer, JsonNode event) {
        String authorized = outer.path("authorizations").path(0).path("team_id").asText("");
        String wrapped = outer.path("team_id").asText(event.path("team").asText(""));
        return authorized.isEmpty() || authorized.equals("null") ? wrapped : authorized;
    }

    private Delivery said(String team, JsonNode event) {
        String channel = SlackEvents.channelOf(event);
        if (channel == null) {
            return Delivery.ignored("no-channel");
        }
        String left = leftOut(channel, event);
        if (!left.isEmpty()) {
            return Delivery.ignored(left);
        }
        SlackWorkspace.Known known = workspace.look(team, SlackEvents.peopleOf(event), channel);
        return Delivery.of(SlackEvents.said(event, known.team(), known.channel()))
                .with(known.learnt())
                .linked(signal -> workspace.permalink(team, signal));
    }

    private String leftOut(String channel, JsonNode event) {
        String type = event.path("channel_type").asText("");
        boolean isDirect = type.equals("im") || type.equals("mpim") || channel.startsWith("D");
        if (isDirect && !direct) {
            return "direct-message";
        }
        return allowed.isEmpty() || allowed.contains(channel) ? "" : "channel-not-allowed";
    }

    private Delivery person(String team, JsonNode event) {
        workspace.learnPerson(event.path("user"));
        return Delivery.of(
                List.of(new SlackDirectory(workspace.team(team)).person(event.path("user"))));
    }

    /** An event tells a part of a channel; an entry of the directory is the whole of it. */
    private Delivery channel(String team, JsonNode event) {
        String channel = SlackEvents.channelOf(event);
        if (channel == null || !leftOut(channel, event).isEmpty()) {
            return Delivery.ignored("channel-not-allowed");
        }
        if (!workspace.canAsk()) {
            return Delivery.ignored("needs-bot-token");
        }
        workspace.forgetChannel(channel);
        return Delivery.of(List.of()).with(workspace.look(team, Set.of(), channel).learnt());
    }

    /** What was learnt with a delivery that was not stored is learnt again with the next. */
    void notStored() {
        workspace.forgetTold();
    }
}
