package dev.followthrough.ingest.pull.zoom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.zoom.ZoomRecording;
import dev.followthrough.ingest.zoom.ZoomTranscripts;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Downloads a transcript and maps it, with the meeting's participants. For one thread. */
final class TranscriptItems {
    private final ZoomApi api;
    private final ZoomSourceConfig config;

    TranscriptItems(ZoomApi api, ZoomSourceConfig config) {
        this.api = api;
        this.config = config;
    }

    Item of(ZoomRecording recording, ZoomRecording.Transcript transcript)
            throws InterruptedException {
        URI address = address(transcript.url());
        if (address == null || !api.isOurs(address)) {
            String why = "must lie at an address of Zoom's";
            return rejected(recording, transcript, "foreign-download", why);
        }
        Answer answer = api.text(address, "transcripts");
        if (!answer.ok()) {
            return item(recording, transcript, "", List.of(new Mapped.Ignored("transcript-gone")));
        }
        if (answer.body().isNull()) {
            String why = "must be of at most " + ZoomApi.MOST_TEXT + " bytes";
            return rejected(recording, transcript, "too-large", why);
        }
        String text = answer.body().asText("");
        return item(
                recording,
                transcript,
                text,
                ZoomTranscripts.of(recording, transcript, participants(recording), text));
    }

    private static @org.jspecify.annotations.Nullable URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Item rejected(
            ZoomRecording recording,
            ZoomRecording.Transcript transcript,
            String reason,
            String why) {
        String words = "transcript " + transcript.id() + " " + why;
        return item(recording, transcript, "", List.of(new Mapped.Rejected(reason, words)));
    }

    private static Item item(
            ZoomRecording recording,
            ZoomRecording.Transcript transcript,
            String text,
            List<Mapped> mapped) {
        Map<String, String> position = new HashMap<>();
        position.put("meeting", recording.uuid());
        position.put("file", transcript.id());
        recording.link().ifPresent(link -> position.put(Item.PERMALINK, link));
        return new Item(transcript.id(), position, text.getBytes(StandardCharsets.UTF_8), mapped);
    }

    /** None where Zoom keeps none any more: names then stay names. */
    private List<JsonNode> participants(ZoomRecording recording) throws InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        if (!config.asksParticipants()) {
            return rows;
        }
        Answer answer =
                api.ask(
                        "/v2/past_meetings/"
                                + encoded(recording.uuid())
                                + "/participants?page_size=300",
                        "participants");
        answer.body().path("participants").forEach(rows::add);
        return rows;
    }

    /** Some ids hold slashes; Zoom decodes those twice. */
    private static String encoded(String uuid) {
        String once = URLEncoder.encode(uuid, StandardCharsets.UTF_8);
        return uuid.startsWith("/") || uuid.contains("//")
                ? URLEncoder.encode(once, StandardCharsets.UTF_8)
                : once;
    }
}
