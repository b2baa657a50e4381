package dev.followthrough.ingest.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class WebVttTest {
    @Test
    void notesStylesAndSettingsAreNoWords() {
        // When
        Transcript transcript =
                WebVtt.parse(
                        """
                        WEBVTT - made by hand
                        Kind: captions

                        NOTE
                        nobody says this

                        STYLE
                        ::cue { color: red }

                        first
                        00:01.000 --> 00:02.500 align:start position:10%
                        Hello
                        there

                        00:00:03.000 --> 01:00:04.000
                        Bye
                        """);

        // Then
        assertThat(transcript.broken()).isEmpty();
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(
                                1,
                                "first",
                                Duration.ofSeconds(1),
                                Duration.ofMillis(2500),
                                "00:01.000",
                                "Hello\nthere"),
                        new Cue(
                                2,
                                "",
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(3604),
                                "00:00:03.000",
                                "Bye"));
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:01.000 --> 00:00:02.000, 1000",
        "00:01.000-->00:02.000, 1000",
        "0:0:5.32 --> 0:0:7.1, 5320",
        "'00:00:05,320 --> 00:00:07,100', 5320",
        "'0:05,32 --> 0:07,1', 5320",
        "123:00:00.000 --> 123:00:01.000, 442800000"
    })
    void timesAreReadAsZoomAndTeamsWriteThem(String times, long startMillis) {
        // When
        Transcript transcript = WebVtt.parse("WEBVTT\n\n" + times + "\nwords\n");

        // Then
        assertThat(transcript.cues())
                .singleElement()
                .satisfies(cue -> assertThat(cue.start().toMillis()).isEqualTo(startMillis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndWillDo(String end) {
        // Given
        String text =
                "\uFEFFWEBVTT\n\n00:01.000 --> 00:02.000\none\ntwo\n\n00:03.000 --> 00:04.000\nx";

        // When
        Transcript transcript = WebVtt.parse(text.replace("\n", end));

        // Then
        assertThat(transcript.cues()).extracting(Cue::payload).containsExactly("one\ntwo", "x");
    }

    @Test
    void aCueWithBrokenTimesIsToldWithItsLineAndTheOthersAreRead() {
        // When
        Transcript transcript =
                WebVtt.parse(
                        """
                        WEBVTT

                        00:01.000 --> 00:02.000
                        one

                        00:03.000 --> soon
                        two

                        00:05.000 --> 00:06.000
                        three
                        """);

        // Then
        assertThat(transcript.cues()).extracting(Cue::payload).containsExactly("one", "three");
        assertThat(transcript.broken())
                .containsExactly(new Transcript.Broken(1, 6, "00:03.000 --> soon\ntwo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WEBVT", "WEBVTTX\n", " WEBVTT\n", "webvtt\n"})
    void withoutTheSignatureItIsNone(String text) {
        // When
        boolean found = WebVtt.isWebVtt(text);

        // Then
        assertThat(found).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:00:01,000 --> 00:00:02.000",
                "00:00:01.000 --> 00:00:02,000",
                "0:1.5 --> 0:2.5",
                "1,000 --> 2,000"
            })
    void halfAnOtherFormOfTimesIsNone(String times) {
        // When
        Transcript transcript = WebVtt.parse("WEBVTT\n\n" + times + "\nwords\n");

        // Then
        assertThat(transcript.cues()).isEmpty();
        assertThat(transcript.broken()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 8, one, 8",
        "7, 9, 'one\\n9', ''",
        "'', 8, 'one\\n8', ''",
        "a, 6f1c2b34-0d5e-4a7b-9c88-112233445566, one, 6f1c2b34-0d5e-4a7b-9c88-112233445566",
        "a, 6f1c2b34-0d5e-4a7b-9c88-112233445566/31-0, one, 6f1c2b34-0d5e-4a7b-9c88-112233445566/31-0",
        "a, call me at 6, 'one\\ncall me at 6', ''"
    })
    void whereABlankLineIsMissingTheNextIdIsNoWordOfTheCueBefore(
            String first, String second, String words, String id) {
        // When
        Transcript transcript =
                WebVtt.parse(
                        "WEBVTT\n\n"
                                + first
                                + (first.isEmpty() ? "" : "\n")
                                + "00:01.000 --> 00:02.000\none\n"
                                + second
                                + "\n00:03.000 --> 00:04.000\ntwo\n");

        // Then
        assertThat(transcript.cues())
                .extracting(Cue::payload)
                .containsExactly(words.replace("\\n", "\n"), "two");
        assertThat(transcript.cues().get(1).id()).isEqualTo(id);
    }

    @Test
    void aCommaCountsOnlyInAFileThatBeginsWithOne() {
        // Given
        String dot = "00:01.000 --> 00:02.000\nwith a dot\n\n";
        String comma = "00:00:03,000 --> 00:00:04,000\nwith a comma\n\n";

        // Then
        assertThat(WebVtt.parse("WEBVTT\n\n" + comma + dot).cues()).hasSize(2);
        assertThat(WebVtt.parse("WEBVTT\n\n" + dot + comma).cues()).hasSize(1);
    }
}
