package dev.followthrough.ingest.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.meeting.Cue;
import dev.followthrough.ingest.meeting.MeetingInfo;
import dev.followthrough.ingest.meeting.MeetingSignals;
import dev.followthrough.ingest.meeting.SubRip;
import dev.followthrough.ingest.meeting.WebVtt;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
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

    Document document(InstantSource clock) {
        String stamp = transcript.stamp() + (sidecar == null ? "" : "+" + sidecar.stamp());
        return new ItemDocument(transcript.file(), false, stamp, this::items, clock);
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
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean webVtt = WebVtt.isWebVtt(text);
        if (!webVtt && !SubRip.isSubRip(text)) {
            return broken(
                    "invalid-transcript", "transcript must begin with WEBVTT or with an SRT cue");
        }
        return items(webVtt ? WebVtt.parse(text) : SubRip.parse(text));
    }

    private Items items(List<Cue> cues) throws IOException {
        MeetingInfo info =
                MeetingSignals.withoutSidecar(cues, transcript.name(), transcript.modified());
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
        return Items.of(
                MeetingSignals.of(cues, info, transcript.name()).stream()
                        .map(TranscriptFile::item)
                        .toList());
    }

    private static Item item(Signal signal) {
        return Item.of(Json.bytes(signal), List.of(new Mapped.Said(signal)));
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
