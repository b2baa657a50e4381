package dev.followthrough.ingest.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class MeetingSignalsTest {
    private static final String SIDECAR =
            """
            {"id":"m1","topic":"Kick-off","start":"2026-01-22T14:00:00+01:00","zone":"Europe/Oslo",
             "participants":[{"name":"Ana Lima","email":"ana@ours.example"},{"name":"Bo Ek","email":"bo@acme.example"},
                             {"name":"Bo Berg","email":"bb@acme.example"}]}
            """;

    private static List<Mapped> map(String cues) {
        try {
            Transcript transcript = WebVtt.parse("WEBVTT\n\n" + cues);
            MeetingInfo info =
                    MeetingSignals.withoutSidecar(
                                    transcript.cues(), "2026-01-22.vtt", Instant.EPOCH)
                            .with(new ObjectMapper().readTree(SIDECAR));
            return MeetingSignals.of(transcript, info, "2026-01-22.vtt");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Signal> said(String cues) {
        return map(cues).stream()
                .filter(Mapped.Said.class::isInstance)
                .map(mapped -> ((Mapped.Said) mapped).signal())
                .toList();
    }

    @Test
    void cuesOfOneSpeakerAreOneTurnWhosePlacesLeadBackToEachCue() {
        // When
        List<Signal> turns =
                said(
                        """
                        1
                        00:00:01.000 --> 00:00:03.000
                        Ana Lima: We'll have the

                        2
                        00:00:03.000 --> 00:00:05.000
                        Ana Lima: export ready by Friday.

                        3
                        00:00:06.000 --> 00:00:07.000
                        Bo Ek: Great.
                        """);

        // Then
        Signal first = turns.get(0);
        assertThat(turns)
                .extracting(Signal::text)
                .containsExactly("We'll have the export ready by Friday.", "Great.");
        assertThat(first.id().value()).isEqualTo("meeting:m1#1");
        assertThat(first.author().email()).isEqualTo("ana@ours.example");
        assertThat(first.audience())
                .extracting(Party::email)
                .containsExactly("bo@acme.example", "bb@acme.example");
        assertThat(first.saidAt()).isEqualTo(Instant.parse("2026-01-22T13:00:01Z"));
        assertThat(first.zone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        assertThat(first.refAt(first.text().indexOf("have")))
                .isEqualTo("vtt:2026-01-22.vtt#00:00:01.000");
        assertThat(first.refAt(first.text().indexOf("export")))
                .isEqualTo("vtt:2026-01-22.vtt#00:00:03.000");
        assertThat(turns.get(1).replyTo()).isEqualTo(first.id());
        assertThat(turns.get(1).conversation().value()).isEqualTo("meeting:m1");
    }

    @Test
    void teamsNamesSpeakersByMarkup() {
        // When
        List<Signal> turns =
                said(
                        """
                        00:00:01.000 --> 00:00:03.000
                        <v Ana Lima>I&apos;ll send it</v>

                        00:00:03.000 --> 00:00:05.000
                        <v Ana Lima>today.</v>

                        00:00:05.000 --> 00:00:07.000
                        <v Bo Ek>ok</v> <v.loud Ana Lima>good</v>
                        """);

        // Then
        assertThat(turns)
                .extracting(turn -> turn.author().name() + ": " + turn.text())
                .containsExactly("Ana Lima: I'll send it today.", "Bo Ek: ok", "Ana Lima: good");
        assertThat(turns.get(2).id().value()).isEqualTo("meeting:m1#3.2");
    }

    @Test
    void teamsMetadataIsJsonACue() {
        // When
        List<Signal> turns =
                said(
                        """
                        00:00:01.000 --> 00:00:03.000
                        {"startDateTime":"2026-01-22T13:00:01Z","speakerName":"Bo Ek","spokenText":"Yes.","spokenLanguage":"en-us"}
                        """);

        // Then
        assertThat(turns)
                .singleElement()
                .satisfies(
                        turn -> {
                            assertThat(turn.text()).isEqualTo("Yes.");
                            assertThat(turn.author().email()).isEqualTo("bo@acme.example");
                        });
    }

    @Test
    void aLongSilenceEndsATurn() {
        // When
        List<Signal> turns =
                said(
                        """
                        00:00:01.000 --> 00:00:03.000
                        Ana Lima: one

                        00:01:00.000 --> 00:01:03.000
                        two
                        """);

        // Then
        assertThat(turns).extracting(Signal::text).containsExactly("one", "two");
        assertThat(turns).extracting(turn -> turn.author().name()).containsOnly("Ana Lima");
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Lima, ana@ours.example",
        "ana lima, ana@ours.example",
        "Ana, ana@ours.example",
        "Ana L, ana@ours.example",
        "Ana Lima (Ours), ana@ours.example",
        "Bo, ",
        "Cy Unknown, "
    })
    void aShownNameIsTheOneParticipantItFitsElseNobodysAddress(String shown, String email) {
        // When
        List<Signal> turns = said("00:00:01.000 --> 00:00:03.000\n<v " + shown + ">Hello</v>\n");

        // Then
        assertThat(turns)
                .singleElement()
                .satisfies(turn -> assertThat(turn.author().email()).isEqualTo(email));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Question: who signs? | Question: who signs?",
                "so: it ships | so: it ships",
                "at 10:30 we start | at 10:30 we start",
                "Dana Smith: it ships | it ships"
            })
    void onlyANameBeforeAColonIsASpeaker(String payload, String text) {
        // When
        List<Signal> turns = said("00:00:01.000 --> 00:00:03.000\n" + payload + "\n");

        // Then
        assertThat(turns).extracting(Signal::text).containsExactly(text);
    }

    @Test
    void aBrokenCueIsRefusedBetweenTheTurnsAroundIt() {
        // When
        List<Mapped> mapped =
                map(
                        """
                        00:00:01.000 --> 00:00:03.000
                        Ana Lima: one

                        00:00:05 --> later
                        lost

                        00:00:07.000 --> 00:00:08.000
                        Bo Ek: two
                        """);

        // Then
        assertThat(mapped)
                .extracting(one -> one.getClass().getSimpleName())
                .containsExactly("Said", "Rejected", "Said");
        assertThat(mapped.get(1))
                .isEqualTo(
                        new Mapped.Rejected(
                                "invalid-cue",
                                "cue must have times such as 00:01:02.000 --> 00:01:05.000, line 6 has none"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-22T1300-discovery.vtt, 2026-01-22T13:00:00Z",
        "GMT20240124-202901_Recording.cc.vtt, 2024-01-24T20:29:01Z",
        "call.vtt, 1970-01-01T00:00:00Z"
    })
    void withoutASidecarTheFilesNameTellsTheStart(String name, Instant start) {
        // When
        MeetingInfo info = MeetingSignals.withoutSidecar(List.of(), name, Instant.EPOCH);

        // Then
        assertThat(info.start()).isEqualTo(start);
    }

    @Test
    void whatASidecarSaysWronglyIsAsIfNotSaid() throws JsonProcessingException {
        // Given
        MeetingInfo bare = MeetingInfo.bare("x", Instant.EPOCH);

        // When
        MeetingInfo info =
                bare.with(
                        new ObjectMapper()
                                .readTree(
                                        "{\"start\":\"tomorrow\",\"zone\":\"Mars\",\"participants\":\"all\"}"));

        // Then
        assertThat(info).isEqualTo(bare);
    }
}
