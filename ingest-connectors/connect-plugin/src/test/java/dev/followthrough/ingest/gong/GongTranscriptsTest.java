package dev.followthrough.ingest.gong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class GongTranscriptsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL =
            """
            {'metaData':{'id':'7782342274025937895','title':'Kick-off','url':'https://app.gong.example/call?id=7782342274025937895',
              'scheduled':'2026-01-22T14:00:00+01:00','started':'2026-01-22T14:02:05+01:00','isPrivate':false},
             'parties':[
              {'id':'1','speakerId':'s1','name':'Lima, Ana','emailAddress':'Ana@ours.example','affiliation':'Internal'},
              {'id':'2','speakerId':'s2','name':'Lima, Bo','emailAddress':'bo@acme.example','affiliation':'External'},
              {'id':'3','speakerId':'s3','emailAddress':'cy@acme.example','affiliation':'Unknown'},
              {'id':'4','speakerId':'s4','phoneNumber':'+1 555 0100','affiliation':'External'},
              {'id':'5','name':'Silent','emailAddress':null}]}
            """;

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static GongCall call() {
        return new GongCall(json(CALL));
    }

    private static List<Signal> said(String monologues) {
        return GongTranscripts.of(call(), json(monologues)).stream()
                .map(mapped -> ((Mapped.Said) mapped).signal())
                .toList();
    }

    @Test
    void sentencesOfOneSpeakerAreOneTurnWhosePlacesLeadBackToEach() {
        // When
        List<Signal> turns =
                said(
                        """
                        [{'speakerId':'s1','topic':'x','sentences':[{'start':1000,'end':3000,'text':'We will have the export'},
                                                                    {'start':3000,'end':5000,'text':'ready by Friday.'}]},
                         {'speakerId':'s2','topic':'x','sentences':[{'start':3726000,'end':3727000,'text':'Great.'}]}]
                        """);

        // Then
        Signal first = turns.get(0);
        assertThat(turns)
                .extracting(Signal::text)
                .containsExactly("We will have the export ready by Friday.", "Great.");
        assertThat(first.id().value()).isEqualTo("meeting:7782342274025937895#1");
        assertThat(first.conversation().value()).isEqualTo("meeting:7782342274025937895");
        assertThat(first.saidAt()).isEqualTo(Instant.parse("2026-01-22T13:02:06Z"));
        assertThat(first.zone()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(first.refAt(first.text().indexOf("ready")))
                .isEqualTo("vtt:7782342274025937895.vtt#00:00:03.000");
        assertThat(turns.get(1).id().value()).isEqualTo("meeting:7782342274025937895#3");
        assertThat(turns.get(1).replyTo()).isEqualTo(first.id());
        assertThat(turns.get(1).refAt(0)).isEqualTo("vtt:7782342274025937895.vtt#01:02:06.000");
    }

    @Test
    void aSpeakerIsWhomGongNamesEvenWhereShownNamesAreAlike() {
        // When
        Signal turn = said("[{'speakerId':'s1','sentences':[{'start':0,'text':'Hi.'}]}]").get(0);

        // Then
        assertThat(turn.author().email()).isEqualTo("ana@ours.example");
        assertThat(turn.author().side()).isEqualTo(Side.OURS);
        assertThat(turn.audience())
                .extracting(Party::label)
                .containsExactly("Lima, Bo", "cy@acme.example", "Silent");
        assertThat(turn.audience())
                .extracting(Party::side)
                .containsExactly(Side.CUSTOMER, Side.UNKNOWN, Side.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"'s4', speaker-s4", "'s9', speaker-s9", "'', unknown"})
    void aSpeakerWhomGongDoesNotNameIsNobodyElse(String speaker, String id) {
        // When
        List<Signal> turns =
                said(
                        "[{'speakerId':'s1','sentences':[{'start':0,'end':1,'text':'Hi.'}]},{'speakerId':'"
                                + speaker
                                + "','sentences':[{'start':2,'end':3,'text':'Ana Lima: I will send it.'}]}]");

        // Then
        Party author = turns.get(1).author();
        assertThat(author.id()).isEqualTo("meeting:7782342274025937895/" + id);
        assertThat(author.name()).isNull();
        assertThat(author.email()).isNull();
        assertThat(turns.get(1).text()).isEqualTo("Ana Lima: I will send it.");
    }

    @Test
    void wordsAreNoMarkup() {
        // When
        List<Signal> turns =
                said(
                        "[{'speakerId':'s1','sentences':[{'start':0,'end':1,'text':'{a} <v Bo> R&amp;D'}]}]");

        // Then
        assertThat(turns)
                .singleElement()
                .satisfies(
                        turn -> {
                            assertThat(turn.text()).isEqualTo("{a} <v Bo> R&amp;D");
                            assertThat(turn.author().email()).isEqualTo("ana@ours.example");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':'x'}",
                "{'start':'1','text':'x'}",
                "{'start':-1,'text':'x'}",
                "{'start':1e300,'text':'x'}",
                "{'start':1}",
                "{'start':1,'text':7}",
                "null",
                "[]",
                "'x'"
            })
    void aBrokenSentenceIsRefusedAndTheNextKeepsItsNumber(String sentence) {
        // When
        List<Mapped> mapped =
                GongTranscripts.of(
                        call(),
                        json(
                                "[{'speakerId':'s1','sentences':["
                                        + sentence
                                        + ",{'start':5,'end':2,'text':'Kept'}]}]"));

        // Then
        assertThat(mapped).hasSize(2);
        assertThat(((Mapped.Said) mapped.get(0)).signal().id().value())
                .isEqualTo("meeting:7782342274025937895#2");
        assertThat(((Mapped.Rejected) mapped.get(1)).reason()).isEqualTo("invalid-sentence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{'metaData':{'id':'1'}}",
                "{'metaData':{'id':'1','started':'soon'}}",
                "{'metaData':{'id':'1','started':'+999999999-12-31T23:59:59-18:00'}}",
                "{'metaData':{'id':'1/../2','started':'2026-01-22T14:00:00Z'}}",
                "{'metaData':[1],'parties':{'a':1}}"
            })
    void aCallWithoutIdOrStartIsRefused(String text) {
        // When
        List<Mapped> mapped = GongTranscripts.of(new GongCall(json(text)), json("[]"));

        // Then
        assertThat(mapped)
                .singleElement()
                .isInstanceOfSatisfying(
                        Mapped.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("invalid-gong-call"));
    }

    @Test
    void anIdOfTwoSpeakersNamesNobody() {
        // Given
        GongCall call = new GongCall(json(CALL.replace("'speakerId':'s2'", "'speakerId':'s1'")));

        // When
        List<Mapped> mapped =
                GongTranscripts.of(
                        call, json("[{'speakerId':'s1','sentences':[{'start':0,'text':'Hi.'}]}]"));

        // Then
        assertThat(((Mapped.Said) mapped.get(0)).signal().author().email()).isNull();
    }

    @Test
    void aCallIsListedUnderTheLaterOfItsTimes() {
        // Given
        GongCall early = new GongCall(json(CALL.replace("14:00:00", "18:00:00")));

        // Then
        assertThat(call().listed()).isEqualTo(Instant.parse("2026-01-22T13:02:05Z"));
        assertThat(early.listed()).isEqualTo(Instant.parse("2026-01-22T17:00:00Z"));
        assertThat(call().link()).contains("https://app.gong.example/call?id=7782342274025937895");
    }
}
