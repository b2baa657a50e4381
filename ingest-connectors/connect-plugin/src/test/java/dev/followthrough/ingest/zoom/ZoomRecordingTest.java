package dev.followthrough.ingest.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.meeting.MeetingInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

class ZoomRecordingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEETING =
            """
            {'uuid':'atsXxhSEQWit9t+U02HXNQ==','id':84012345678,'topic':'Kick-off','start_time':'2026-01-22T13:00:00Z','timezone':'Europe/Lisbon',
             'share_url':'https://zoom.example/rec/share/x',
             'recording_files':[
               {'id':'v1','file_type':'MP4','recording_start':'2026-01-22T13:00:05Z','download_url':'https://zoom.example/v1','status':'completed'},
               {'id':'t2','file_type':'TRANSCRIPT','recording_start':'2026-01-22T13:40:00Z','download_url':'https://zoom.example/t2','file_size':90,'status':'completed'},
               {'id':'t1','file_type':'TRANSCRIPT','recording_start':'2026-01-22T13:00:05Z','download_url':'https://zoom.example/t1','file_size':80,'status':'completed'},
               {'id':'t3','file_type':'TRANSCRIPT','recording_start':'2026-01-22T13:50:00Z','download_url':'https://zoom.example/t3','status':'processing'},
               {'id':'c1','file_type':'CC','recording_start':'2026-01-22T13:00:05Z','download_url':'https://zoom.example/c1','status':'completed'}]}
            """;

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ZoomRecording recording() {
        return new ZoomRecording(json(MEETING));
    }

    @Test
    void onlyFinishedTranscriptsAreReadInTheOrderOfTheirRecordings() {
        // When
        List<ZoomRecording.Transcript> transcripts = recording().transcripts();

        // Then
        assertThat(transcripts)
                .extracting(ZoomRecording.Transcript::id)
                .containsExactly("t1", "t2");
        assertThat(transcripts.get(0).fileName())
                .isEqualTo("GMT20260122-130005_Recording.transcript.vtt");
    }

    @Test
    void theFirstStretchHasTheMeetingsIdAndALaterOneItsOwn() {
        // Given
        List<ZoomRecording.Transcript> transcripts = recording().transcripts();

        // When
        MeetingInfo first = recording().info(transcripts.get(0), List.of());
        MeetingInfo second = recording().info(transcripts.get(1), List.of());

        // Then
        assertThat(first.id()).isEqualTo("atsXxhSEQWit9t+U02HXNQ==");
        assertThat(second.id()).isEqualTo("atsXxhSEQWit9t+U02HXNQ==@20260122-134000");
        assertThat(first.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(first.start()).isEqualTo(Instant.parse("2026-01-22T13:00:05Z"));
        assertThat(first.topic()).isEqualTo("Kick-off");
    }

    @Test
    void whoCameBackIsOneParticipant() {
        // When
        MeetingInfo info =
                recording()
                        .info(
                                recording().transcripts().get(0),
                                json(
                                        "[{'name':'Ana"
                                                + " Lima','user_email':'ana@ours.example'},{'name':'Cy','user_email':''},{'name':'Ana"
                                                + " Lima','user_email':'ana@ours.example'},{'name':'','user_email':''}]"));

        // Then
        assertThat(info.participants())
                .containsExactly(
                        new MeetingInfo.Participant("Ana Lima", "ana@ours.example"),
                        new MeetingInfo.Participant("Cy", null));
    }

    @Test
    void turnsAreSaidByParticipants() {
        // When
        List<Mapped> turns =
                ZoomTranscripts.of(
                        recording(),
                        recording().transcripts().get(0),
                        json("[{'name':'Ana Lima','user_email':'ana@ours.example'}]"),
                        """
                        WEBVTT

                        1
                        00:00:01.000 --> 00:00:03.000
                        Ana Lima: We will send it Friday.
                        """);

        // Then
        assertThat(turns).hasSize(1);
        Signal turn = ((Mapped.Said) turns.get(0)).signal();
        assertThat(turn.id().value()).isEqualTo("meeting:atsXxhSEQWit9t+U02HXNQ==#1");
        assertThat(turn.author().email()).isEqualTo("ana@ours.example");
        assertThat(turn.saidAt()).isEqualTo(Instant.parse("2026-01-22T13:00:06Z"));
        assertThat(turn.text()).isEqualTo("We will send it Friday.");
    }

    @Test
    void aTurnThatKnowsTheParticipantsIsALaterRevisionOfTheSameTurn() {
        // Given
        String transcript =
                """
                WEBVTT

                1
                00:00:01.000 --> 00:00:03.000
                Ana Lima: We will send it Friday.

                2
                00:00:03.000 --> 00:00:04.000
                Bo Ek: Good.
                """;
        ZoomRecording.Transcript first = recording().transcripts().get(0);

        // When
        List<Mapped> pushed = ZoomTranscripts.of(recording(), first, List.of(), transcript);
        List<Mapped> pulled =
                ZoomTranscripts.of(
                        recording(),
                        first,
                        json("[{'name':'Ana Lima','user_email':'ana@ours.example'}]"),
                        transcript);

        // Then
        assertThat(pulled).hasSameSizeAs(pushed).hasSize(2);
        for (int i = 0; i < pulled.size(); i++) {
            Signal known = ((Mapped.Said) pulled.get(i)).signal();
            Signal unknown = ((Mapped.Said) pushed.get(i)).signal();
            assertThat(known.id()).isEqualTo(unknown.id());
            assertThat(known.revision()).isEqualTo(unknown.revision() + 1);
        }
    }

    @Test
    void whatIsNoTranscriptIsRefused() {
        // When
        List<Mapped> mapped =
                ZoomTranscripts.of(
                        recording(),
                        recording().transcripts().get(0),
                        List.of(),
                        "<html>Sign in</html>");

        // Then
        assertThat(mapped)
                .singleElement()
                .isInstanceOfSatisfying(
                        Mapped.Rejected.class,
                        rejected ->
                                assertThat(rejected.detail()).contains("must begin with WEBVTT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{'uuid':7,'recording_files':{'a':1}}",
                "{'uuid':'u','recording_files':[{'file_type':'TRANSCRIPT','recording_start':'soon','id':'t','download_url':'x'},3,null]}"
            })
    void aBrokenListingHasNoTranscripts(String text) {
        // When
        List<ZoomRecording.Transcript> transcripts = new ZoomRecording(json(text)).transcripts();

        // Then
        assertThat(transcripts).isEmpty();
    }

    @Test
    void anUnknownZoneIsUtc() {
        // Given
        ZoomRecording recording =
                new ZoomRecording(json(MEETING.replace("Europe/Lisbon", "Mars/Olympus")));

        // When
        MeetingInfo info = recording.info(recording.transcripts().get(0), List.of());

        // Then
        assertThat(info.zone()).isEqualTo(ZoneOffset.UTC);
    }
}
