package dev.followthrough.ingest.gong;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.meeting.MeetingSignals;
import dev.followthrough.ingest.meeting.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A call's transcript to turns. Pure, thread-safe; never throws on bad input. */
public final class GongTranscripts {
    /** No call is longer. */
    private static final long LONGEST_MS = Duration.ofDays(7).toMillis();

    private GongTranscripts() {}

    /**
     * The same signals as of a WebVTT file with a cue a sentence, named by the call's id.
     *
     * @param monologues {@code transcript} of {@code /v2/calls/transcript}: what each speaker said
     *     in a row, in sentences with milliseconds
     */
    public static List<Mapped> of(GongCall call, JsonNode monologues) {
        Instant start = call.start();
        if (call.id().isEmpty() || start == null) {
            return List.of(
                    new Mapped.Rejected(
                            "invalid-gong-call",
                            "call must have an id of digits and the time when it started, had neither or one: \""
                                    + call.id()
                                    + "\""));
        }
        List<Sentence> sentences = new ArrayList<>();
        List<Mapped> rejected = new ArrayList<>();
        int number = 0;
        for (JsonNode monologue : monologues) {
            String speaker = monologue.path("speakerId").asText("");
            for (JsonNode sentence : monologue.path("sentences")) {
                // A broken one keeps its number, so that those behind it keep theirs once it is
                // mended.
                number++;
                add(sentence, speaker, number, sentences, rejected);
            }
        }
        List<Mapped> mapped =
                new ArrayList<>(
                        MeetingSignals.of(
                                sentences, call.info(start), call.speakers(), call.id() + ".vtt"));
        mapped.addAll(rejected);
        return mapped;
    }

    private static void add(
            JsonNode sentence,
            String speaker,
            int number,
            List<Sentence> sentences,
            List<Mapped> rejected) {
        JsonNode start = sentence.path("start");
        JsonNode text = sentence.path("text");
        if (!isTime(start) || !text.isTextual()) {
            rejected.add(
                    new Mapped.Rejected(
                            "invalid-sentence",
                            "sentence must have a start in milliseconds and a text, sentence "
                                    + number
                                    + " has not"));
            return;
        }
        // Only a pause is told by the end: without one there is none.
        JsonNode end = sentence.path("end");
        boolean ends = isTime(end) && end.asLong() >= start.asLong();
        sentences.add(
                new Sentence(
                        number,
                        speaker,
                        Duration.ofMillis(start.asLong()),
                        Duration.ofMillis(ends ? end.asLong() : start.asLong()),
                        text.asText()));
    }

    private static boolean isTime(JsonNode value) {
        return value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= LONGEST_MS;
    }
}
