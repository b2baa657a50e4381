package dev.followthrough.ingest.pull.gong;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.gong.GongCall;
import dev.followthrough.ingest.gong.GongTranscripts;
import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.Endless;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.pull.PullException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads transcripts and maps each with its call. For one thread. */
final class TranscriptItems {
    /** Transcripts a step, so that a step and its transaction stay small. */
    private static final int MOST = 20;

    /** Of some calls that were asked for by id. */
    private static final int MOST_PAGES = 20;

    private final GongApi api;
    private int most = MOST;

    TranscriptItems(GongApi api) {
        this.api = api;
    }

    /** How many calls may be asked for at once: fewer after a failure, which a large answer is. */
    int most() {
        return most;
    }

    /** An item a call, in their order; none of those whose transcript is not there yet. */
    Map<ListedCall, Item> of(List<ListedCall> calls) throws InterruptedException {
        Map<String, JsonNode> transcripts =
                read(
                        calls.stream()
                                .filter(ListedCall::wanted)
                                .map(each -> each.call().id())
                                .toList());
        Map<ListedCall, Item> items = new LinkedHashMap<>();
        for (ListedCall each : calls) {
            GongCall call = each.call();
            JsonNode transcript = transcripts.get(call.id());
            if (!each.readable()) {
                JsonNode none = call.json();
                items.put(each, item(call, none, GongTranscripts.of(call, none)));
            } else if (each.kept()) {
                List<Mapped> mapped = List.of(new Mapped.Ignored("private-call"));
                items.put(each, item(call, call.json(), mapped));
            } else if (transcript != null) {
                items.put(each, item(call, transcript, GongTranscripts.of(call, transcript)));
            }
        }
        return items;
    }

    private Map<String, JsonNode> read(List<String> ids) throws InterruptedException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, JsonNode> found = pages(ids);
            most = MOST;
            return found;
        } catch (PullException.Unavailable e) {
            most = Math.max(1, most / 2);
            throw e;
        }
    }

    /** The transcripts that are there, by the calls' ids; an empty one is not there yet. */
    private Map<String, JsonNode> pages(List<String> ids) throws InterruptedException {
        Map<String, JsonNode> found = new HashMap<>();
        Endless guard = new Endless("gong transcripts", MOST_PAGES);
        String cursor = "";
        do {
            guard.next(cursor);
            Answer answer = api.transcripts(ids, cursor);
            if (answer.status() == 400) {
                throw new PullException.Unavailable(
                        "gong answers 400 to transcripts of " + ids.size() + " calls");
            }
            for (JsonNode one : answer.body().path("callTranscripts")) {
                if (!one.path("transcript").isEmpty()) {
                    found.put(one.path("callId").asText(""), one.path("transcript"));
                }
            }
            cursor = GongApi.cursor(answer);
        } while (!cursor.isEmpty());
        return found;
    }

    private static Item item(GongCall call, JsonNode original, List<Mapped> mapped) {
        Map<String, String> position = new HashMap<>();
        position.put("call", call.id());
        call.link().ifPresent(link -> position.put(Item.PERMALINK, link));
        String id = call.id().isEmpty() ? "unreadable" : call.id();
        return new Item(id, position, Json.bytes(original), mapped);
    }
}
