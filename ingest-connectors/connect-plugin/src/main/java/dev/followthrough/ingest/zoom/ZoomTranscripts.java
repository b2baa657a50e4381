package dev.followthrough.ingest.zoom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.meeting.MeetingSignals;
import dev.followthrough.ingest.meeting.WebVtt;

import java.util.List;

/** A downloaded transcript to turns. Pure, thread-safe; never throws on bad input. */
public final class ZoomTranscripts {
    private ZoomTranscripts() {}

    /**
     * The same signals as of the downloaded file with its sidecar.
     *
     * @param text the transcript as downloaded
     * @param participants rows of the meeting's participants; none where they are not known
     */
    public static List<Mapped> of(
            ZoomRecording recording,
            ZoomRecording.Transcript transcript,
            Iterable<JsonNode> participants,
            String text) {
        if (!WebVtt.isWebVtt(text)) {
            return List.of(
                    new Mapped.Rejected(
                            "invalid-transcript",
                            "transcript "
                                    + transcript.id()
                                    + " must begin with WEBVTT, had "
                                    + text.length()
                                    + " characters of something else"));
        }
        return MeetingSignals.of(
                WebVtt.parse(text),
                recording.info(transcript, participants),
                transcript.fileName());
    }
}
