package dev.followthrough.ingest.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class SubRipTest {
    @Test
    void cuesHaveNumbersTimesAndLines() {
        // When
        Transcript transcript =
                SubRip.parse(
                        """
                        1
                        00:00:01,500 --> 00:00:04,000
                        Ana: we'll send it
                        by Friday

                        2
                        00:00:05.000 --> 00:00:06.000
                        Bo: great
                        """);

        // Then
        assertThat(transcript.broken()).isEmpty();
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(
                                1,
                                "1",
                                Duration.ofMillis(1500),
                                Duration.ofSeconds(4),
                                "00:00:01,500",
                                "Ana: we'll send it\nby Friday"),
                        new Cue(
                                2,
                                "2",
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                "00:00:05.000",
                                "Bo: great"));
    }

    @Test
    void aCueWithoutTimesIsToldWithItsLineAndTheOthersAreRead() {
        // When
        Transcript transcript =
                SubRip.parse(
                        "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\ntwo\nlines\n\n3\n00:00:05,000 --> 00:00:06,000\nthree\n");

        // Then
        assertThat(transcript.cues()).extracting(Cue::payload).containsExactly("one", "three");
        assertThat(transcript.broken()).containsExactly(new Transcript.Broken(1, 6, "two\nlines"));
    }

    @Test
    void aMissingBlankLineBetweenCuesIsForgiven() {
        // When
        Transcript transcript =
                SubRip.parse(
                        "00:00:01,000 --> 00:00:02,000\none\n00:00:05,000 --> 00:00:06,000\ntwo\n");

        // Then
        assertThat(transcript.cues()).extracting(Cue::payload).containsExactly("one", "two");
    }
}
