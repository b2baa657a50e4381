package dev.followthrough.ingest.zoom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.meeting.MeetingInfo;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recorded meeting, as a list of recordings and the webhook event both show it.
 *
 * @param json with {@code uuid}, {@code topic}, {@code timezone}, {@code recording_files}
 */
public record ZoomRecording(JsonNode json) {
    private static final DateTimeFormatter IN_FILE_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * One transcript of a meeting; a recording that was interrupted has several.
     *
     * @param id of the recording file
     * @param start when its clock stood at zero
     * @param bytes its size as listed, 0 where it is not: another size is another text
     */
    public record Transcript(String id, String url, Instant start, long bytes) {
        /** The name under which Zoom hands it out. */
        public String fileName() {
            return "GMT" + IN_FILE_NAME.format(start) + "_Recording.transcript.vtt";
        }
    }

    /** The meeting's own id, of which there is one an occurrence; empty where there is none. */
    public String uuid() {
        return json.path("uuid").asText("");
    }

    /** When the meeting began; null where that is not readable. */
    public @Nullable Instant start() {
        return time(json.path("start_time").asText(""));
    }

    /** Its transcripts that are complete, in the order of their recordings. */
    public List<Transcript> transcripts() {
        List<Transcript> found = new ArrayList<>();
        for (JsonNode file : json.path("recording_files")) {
            boolean ready =
                    file.path("file_type").asText("").equals("TRANSCRIPT")
                            && !file.path("status").asText("completed").equals("processing");
            Instant start = time(file.path("recording_start").asText(""));
            String id = file.path("id").asText("");
            String url = file.path("download_url").asText("");
            if (ready && start != null && !id.isEmpty() && !url.isEmpty()) {
                found.add(new Transcript(id, url, start, file.path("file_size").asLong()));
            }
        }
        found.sort(Comparator.comparing(Transcript::start).thenComparing(Transcript::id));
        return found;
    }

    /**
     * What is known of the meeting besides a transcript of it. A meeting whose recording was
     * interrupted is one meeting a stretch, since each counts its cues anew; the first stretch has
     * the meeting's own id.
     *
     * @param participants rows of the meeting's participants; none where they are not known
     */
    public MeetingInfo info(Transcript transcript, Iterable<JsonNode> participants) {
        boolean first = !transcript.start().isAfter(firstStart(transcript.start()));
        String id = uuid() + (first ? "" : "@" + IN_FILE_NAME.format(transcript.start()));
        String topic = json.path("topic").asText("");
        return new MeetingInfo(
                id,
                topic.isBlank() ? null : topic,
                transcript.start(),
                zone(json.path("timezone").asText("")),
                people(participants));
    }

    /** Of all files: the first stretch stays the first when its transcript is late. */
    private Instant firstStart(Instant otherwise) {
        Instant first = otherwise;
        for (JsonNode file : json.path("recording_files")) {
            Instant start = time(file.path("recording_start").asText(""));
            first = start != null && start.isBefore(first) ? start : first;
        }
        return first;
    }

    /** Who left and came back is listed again. */
    private static List<MeetingInfo.Participant> people(Iterable<JsonNode> rows) {
        Set<MeetingInfo.Participant> people = new LinkedHashSet<>();
        for (JsonNode row : rows) {
            String email = row.path("user_email").asText("").strip();
            String name = row.path("name").asText(email).strip();
            if (!name.isEmpty()) {
                people.add(new MeetingInfo.Participant(name, email.isEmpty() ? null : email));
            }
        }
        return List.copyOf(people);
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneId zone(String text) {
        try {
            return text.isEmpty() ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** Where a person watches it: an address, empty where Zoom shows none. */
    public Optional<String> link() {
        String url = json.path("share_url").asText("");
        return url.startsWith("https://") ? Optional.of(url) : Optional.empty();
    }
}
