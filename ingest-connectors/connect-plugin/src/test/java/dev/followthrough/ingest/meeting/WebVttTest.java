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
}
