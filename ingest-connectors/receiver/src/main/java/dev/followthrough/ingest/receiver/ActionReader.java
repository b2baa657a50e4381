package dev.followthrough.ingest.receiver;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
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

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the body of {@code POST /v1/actions}. The door is strict: an unknown member, a wrong kind
 * or a missing one is refused with its pointer, because a decision that is half understood is worse
 * than one that is sent again.
 */
final class ActionReader {
    private static final ObjectMapper JSON =
            Json.mapperCopy()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> MEMBERS =
            Set.of(
                    "id",
                    "kind",
                    "conversation",
                    "signal",
                    "utterance",
                    "quote",
                    "by",
                    "at",
                    "seen",
                    "assignee",
                    "until");
    private static final Set<String> PARTY = Set.of("id", "name", "email");
    private static final int ID = 1_024;
    private static final int QUOTE = 4_096;
    private static final int MOST_SEEN = 100;

    private ActionReader() {}

    /**
     * @param id for an action that names none
     * @param now for an action that says no time
     * @throws Problem 400 or 422, naming where and why
     */
    static Action read(byte[] body, ActionId id, Instant now) {
        Member document = new Member("", parse(body)).object(MEMBERS);
        String given = document.at("id").textOrNull(ID);
        ActionKind kind = kind(document.at("kind"));
        String conversation = document.at("conversation").text(ID);
        Instant at = document.at("at").instantOrNull();
        Action action =
                action(
                        document,
                        kind,
                        conversation,
                        given == null ? id : new ActionId(given),
                        at == null ? now : at);
        check(document, action, now);
        return action;
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            throw Problem.badRequest("the body must be a JSON object");
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest(
                    "the body must be one JSON object, each member once; it is not at line "
                            + e.getLocation().getLineNr()
                            + ", column "
                            + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw Problem.badRequest("the body must be JSON in UTF-8");
        }
    }

    private static Action action(
            Member document, ActionKind kind, String conversation, ActionId id, Instant at) {
        String signal = document.at("signal").textOrNull(ID);
        return new Action(
                id,
                kind,
                new ConversationId(conversation),
                signal == null ? null : new SignalId(signal),
                document.at("utterance").number(0, 100_000),
                document.at("quote").textOrNull(QUOTE),
                party(document.at("by")),
                at,
                seen(document.at("seen")),
                kind == ActionKind.ASSIGN ? party(document.at("assignee")) : null,
                until(document.at("until"), kind),
                "api");
    }

    private static void check(Member document, Action action, Instant now) {
        if (action.signal() == null && !action.conversation().value().startsWith("deal:")) {
            throw document.at("signal")
                    .invalid(
                            "name the signal that holds the mention, unless the conversation is deal:<id>");
        }
        if (action.kind() != ActionKind.ASSIGN && !document.at("assignee").isAbsent()) {
            throw document.at("assignee").invalid("be there for the kind assign only");
        }
        if (action.at().isAfter(now.plusSeconds(300))) {
            throw document.at("at").invalid("not lie in the future");
        }
    }

    private static ActionKind kind(Member member) {
        String text = member.text(64);
        return Arrays.stream(ActionKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                member.invalid(
                                        "be one of "
                                                + Arrays.stream(ActionKind.values())
                                                        .map(
                                                                kind ->
                                                                        kind.name()
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT))
                                                        .collect(Collectors.joining(", "))));
    }

    private static Party party(Member member) {
        member.object(PARTY);
        String email = member.at("email").textOrNull(320);
        String id = member.at("id").textOrNull(ID);
        if (id == null && email == null) {
            throw member.invalid("have an id or an email");
        }
        String name = member.at("name").textOrNull(256);
        return new Party(
                id == null ? "mail:" + String.valueOf(email).strip().toLowerCase(Locale.ROOT) : id,
                name,
                email,
                Side.UNKNOWN);
    }

    private static List<ActionId> seen(Member member) {
        List<ActionId> seen = new ArrayList<>();
        if (member.isAbsent()) {
            return seen;
        }
        if (!member.node().isArray() || member.node().size() > MOST_SEEN) {
            throw member.invalid("be a list of at most " + MOST_SEEN + " action ids");
        }
        for (int i = 0; i < member.node().size(); i++) {
            seen.add(new ActionId(member.at(i).text(ID)));
        }
        return seen;
    }

    private static @Nullable Instant until(Member member, ActionKind kind) {
        boolean needed = kind == ActionKind.SNOOZE || kind == ActionKind.SET_DUE;
        Instant until = member.instantOrNull();
        if (needed != (until != null)) {
            throw member.invalid(
                    needed
                            ? "be there for the kinds snooze and set_due"
                            : "be there for the kinds snooze and set_due only");
        }
        return until;
    }
}
