package dev.followthrough.ingest.receiver.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.ingest.receiver.door.Member;
import dev.followthrough.service.http.Problem;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A click on one of our buttons in Slack ({@code block_actions}). The button's {@code action_id} is
 * the kind of action; its value carries everything else, so that nothing is looked up:
 * conversation, signal, utterance, quote, decisions seen. Slack delivers a click at least once; the
 * id is made of team, message, user and Slack's own time of the click, so that it counts once.
 */
public final class SlackInteraction {
    private static final ObjectMapper JSON = Json.mapperCopy();
    private static final Set<String> VALUE =
            Set.of("conversation", "signal", "utterance", "quote", "seen", "snooze_hours");
    private static final int HOURS = 24;

    private SlackInteraction() {}

    /**
     * The action of a form body, or none where the interaction is no click of ours (a link button,
     * say).
     *
     * @throws Problem 400 or 422 where it cannot be read
     */
    public static Optional<Action> read(byte[] form, Instant now) {
        return read(payload(form), now);
    }

    /** The same of a payload that came without a form around it. */
    static Optional<Action> read(JsonNode payload, Instant now) {
        JsonNode click = payload.path("actions").path(0);
        Optional<ActionKind> kind = kind(click.path("action_id").asText());
        if (!payload.path("type").asText().equals("block_actions")
                || kind.isEmpty()
                || !click.path("value").isTextual()) {
            return Optional.empty();
        }
        return Optional.of(action(payload, click, kind.get(), now));
    }

    private static Action action(JsonNode payload, JsonNode click, ActionKind kind, Instant now) {
        Member value =
                new Member("/actions/0/value", tree(click.path("value").textValue())).object(VALUE);
        Party by = user(payload);
        String signal = value.at("signal").textOrNull(1_024);
        String conversation = value.at("conversation").text(1_024);
        if (signal == null && !conversation.startsWith("deal:")) {
            throw value.at("signal")
                    .invalid("name the signal, unless the conversation is deal:<id>");
        }
        return new Action(
                id(payload, click),
                kind,
                new ConversationId(conversation),
                signal == null ? null : new SignalId(signal),
                value.at("utterance").number(0, 100_000),
                value.at("quote").textOrNull(2_000),
                by,
                clicked(click, now),
                seen(value.at("seen")),
                kind == ActionKind.ASSIGN ? by : null,
                kind == ActionKind.SNOOZE
                        ? clicked(click, now)
                                .plus(
                                        Duration.ofHours(
                                                value.at("snooze_hours").number(HOURS, 24 * 365)))
                        : null,
                "slack");
    }

    private static JsonNode payload(byte[] form) {
        for (String pair : new String(form, StandardCharsets.UTF_8).split("&")) {
            if (pair.startsWith("payload=")) {
                return tree(decoded(pair.substring("payload=".length())));
            }
        }
        throw Problem.badRequest("the form must have a field 'payload'");
    }

    private static String decoded(String field) {
        try {
            return URLDecoder.decode(field, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("the field 'payload' must be percent-encoded UTF-8");
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("the payload must be JSON, and so must a button's value");
        }
    }

    /** Buttons that Slack answers itself (links) and those of other makers have other ids. */
    private static Optional<ActionKind> kind(String actionId) {
        return Arrays.stream(ActionKind.values())
                .filter(
                        kind ->
                                kind != ActionKind.SET_DUE
                                        && kind.name().toLowerCase(Locale.ROOT).equals(actionId))
                .findFirst();
    }

    private static Party user(JsonNode payload) {
        JsonNode user = payload.path("user");
        String team = user.path("team_id").asText(payload.path("team").path("id").asText());
        String id = new Member("/user/id", user.path("id")).text(64);
        return new Party(
                "slack:" + team + "/" + id, textOrNull(user.path("name")), null, Side.OURS);
    }

    private static ActionId id(JsonNode payload, JsonNode click) {
        String container =
                payload.path("container").path("channel_id").asText()
                        + "/"
                        + payload.path("container").path("message_ts").asText();
        return new ActionId(
                "slack:"
                        + payload.path("team").path("id").asText()
                        + "/"
                        + container
                        + "/"
                        + payload.path("user").path("id").asText()
                        + "/"
                        + click.path("action_ts").asText());
    }

    /** Slack's own time of the click, so that a retry says the same. */
    private static Instant clicked(JsonNode click, Instant now) {
        String ts = click.path("action_ts").asText();
        if (!ts.matches("\\d{1,11}\\.\\d{6}")) {
            return now;
        }
        int dot = ts.indexOf('.');
        return Instant.ofEpochSecond(
                Long.parseLong(ts.substring(0, dot)),
                Long.parseLong(ts.substring(dot + 1)) * 1_000);
    }

    private static List<ActionId> seen(Member member) {
        List<ActionId> seen = new ArrayList<>();
        for (int i = 0; i < member.node().size(); i++) {
            seen.add(new ActionId(member.at(i).text(1_024)));
        }
        return seen;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }
}
