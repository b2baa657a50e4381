package dev.followthrough.ingest.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whatever a transcript holds, it is turns and refusals, each once. */
class MeetingFuzzTest {
    @Property(tries = 800)
    void anyTranscriptIsTurnsAndRefusals(@ForAll("transcripts") String text) {
        check(WebVtt.parse("WEBVTT\n\n" + text));
        check(SubRip.parse(text));
    }

    @Property(tries = 300)
    void anyTextIsTurnsAndRefusals(@ForAll String text) {
        check(WebVtt.parse("WEBVTT\n" + text));
        check(SubRip.parse(text));
    }

    private static void check(Transcript transcript) {
        MeetingInfo info = MeetingInfo.bare("m", Instant.EPOCH);
        List<Mapped> mapped = MeetingSignals.of(transcript, info, "m.vtt");
        Set<String> ids = new HashSet<>();
        for (Mapped one : mapped) {
            if (one instanceof Mapped.Said said) {
                check(said.signal());
                assertThat(ids.add(said.signal().id().value())).isTrue();
            }
        }
        assertThat(mapped.stream().filter(Mapped.Rejected.class::isInstance))
                .hasSameSizeAs(transcript.broken());
    }

    private static void check(Signal turn) {
        assertThat(turn.text()).isNotBlank();
        assertThat(turn.places()).extracting(Place::start).isSorted();
        assertThat(turn.places().get(turn.places().size() - 1).start())
                .isLessThan(turn.text().length());
    }

    @Provide
    Arbitrary<String> transcripts() {
        return Arbitraries.of(
                        "00:01.000 --> 00:02.000\n",
                        "00:00:03,000 --> 00:00:04,000\n",
                        "99:99:99.999 --> x\n",
                        "-->\n",
                        "1\n",
                        "NOTE x\n",
                        "STYLE\n",
                        "<v Ana>words</v>",
                        "<v",
                        "<v.loud >",
                        "</v>",
                        "&amp;&nbsp;&#x1F600;&bogus;",
                        "Ana: words",
                        "Ana Lima: ",
                        "{\"spokenText\":\"x\",\"speakerName\":\"Bo\"}",
                        "{\"spokenText\":",
                        "\n",
                        "\n\n",
                        "\r",
                        "\0",
                        "\uD83D")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }
}
