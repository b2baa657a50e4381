package dev.followthrough.ingest.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.meeting.MeetingInfo;
import dev.followthrough.ingest.meeting.MeetingSignals;
import dev.followthrough.ingest.meeting.SubRip;
import dev.followthrough.ingest.meeting.Transcript;
import dev.followthrough.ingest.meeting.WebVtt;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;

/**
 * A transcript and the {@code .json} of the same name beside it, if there is one.
 *
 * @param sidecar names the meeting: without it, where it is broken, the turns would get other ids
 */
record TranscriptFile(Found transcript, @Nullable Found sidecar) {
    /** A day of talk is a few megabytes. */
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final int MAX_SIDECAR = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param patience how long a transcript waits for its sidecar
     */
    Document document(Patience patience, InstantSource clock) {
        String stamp = transcript.stamp() + (sidecar == null ? "" : "+" + sidecar.stamp());
        return new ItemDocument(
                transcript.file(),
                false,
                stamp,
                () -> sidecar == null && !patience.isOver(transcript.modified()),
                again -> items(),
                clock);
    }

    private Items items() throws IOException {
        byte[] bytes = read(transcript, MAX_BYTES);
        if (bytes.length > MAX_BYTES) {
            return broken(
                    "transcript-too-large",
                    "transcript must have at most "
                            + MAX_BYTES
                            + " bytes, has "
                            + transcript.size());
        }
        String text = TextBytes.decode(bytes);
        boolean webVtt = WebVtt.isWebVtt(text);
        if (!webVtt && !SubRip.isSubRip(text)) {
            return broken(
                    "invalid-transcript", "transcript must begin with WEBVTT or with an SRT cue");
        }
        return items(webVtt ? WebVtt.parse(text) : SubRip.parse(text));
    }

    private Items items(Transcript words) throws IOException {
        MeetingInfo info =
                MeetingSignals.withoutSidecar(
                        words.cues(), transcript.name(), transcript.modified());
        if (sidecar != null) {
            JsonNode json = sidecarJson(sidecar);
            if (json == null || !json.isObject()) {
                return broken(
                        "invalid-sidecar",
                        sidecar.name()
                                + " must be a JSON object of at most "
                                + MAX_SIDECAR
                                + " bytes");
            }
            info = info.with(json);
        }
        Iterator<Transcript.Broken> broken = words.broken().iterator();
        return Items.of(
                MeetingSignals.of(words, info, transcript.name()).stream()
                        .map(mapped -> Item.of(original(mapped, broken), List.of(mapped)))
                        .toList());
    }

    private static byte[] original(Mapped mapped, Iterator<Transcript.Broken> broken) {
        return mapped instanceof Mapped.Said said
                ? Json.bytes(said.signal())
                : broken.next().text().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable JsonNode sidecarJson(Found sidecar) throws IOException {
        byte[] bytes = read(sidecar, MAX_SIDECAR);
        try {
            return bytes.length > MAX_SIDECAR ? null : JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** One byte more than the limit shows that there is more. */
    private static byte[] read(Found file, int limit) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(limit + 1);
        }
    }

    private static Items broken(String reason, String detail) {
        return Items.of(List.of(Item.broken(new byte[0], reason, detail)));
    }
}
