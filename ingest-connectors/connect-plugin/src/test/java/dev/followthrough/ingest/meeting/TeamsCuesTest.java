package dev.followthrough.ingest.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was said is read the same, however the file that Teams wrote is broken: marks and line ends
 * mixed, blank lines gone, voices never closed, times short, cues of no length or over each other.
 */
class TeamsCuesTest {
    /**
     * @param start milliseconds
     * @param length milliseconds; 0 and what reaches over the next cue are written too
     */
    record Line(String speaker, String words, int start, int length) {}

    /** How a cue is written. */
    record Habit(String id, boolean blank, boolean closed, String time, String end, String tag) {}

    @Property(tries = 500)
    void whatWasSaidIsReadHoweverTheCuesAreBroken(
            @ForAll("lines") List<Line> lines,
            @ForAll("habits") List<Habit> habits,
            @ForAll boolean mark,
            @ForAll boolean commas) {
        // Given
        StringBuilder file = new StringBuilder(mark ? "\uFEFFWEBVTT" : "WEBVTT");
        file.append("\r\n\r\n");
        for (int i = 0; i < lines.size(); i++) {
            file.append(cue(i, lines.get(i), habits.get(i % habits.size()), commas));
        }

        // When
        Transcript read = WebVtt.parse(file.toString());

        // Then
        assertThat(read.broken()).isEmpty();
        assertThat(read.cues().stream().map(TeamsCuesTest::said).toList())
                .isEqualTo(
                        lines.stream()
                                .map(
                                        line ->
                                                line.speaker()
                                                        + "|"
                                                        + line.words()
                                                        + "|"
                                                        + line.start())
                                .toList());
    }

    private static String said(Cue cue) {
        List<String> voices = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (CueText.Said said : CueText.read(cue.payload())) {
            if (said.voice() != null) {
                voices.add(said.voice());
            }
            words.append(said.text());
        }
        return String.join("+", voices)
                + "|"
                + words.toString().strip()
                + "|"
                + cue.start().toMillis();
    }

    private static String cue(int number, Line line, Habit habit, boolean commas) {
        String id =
                switch (habit.id()) {
                    case "guid" ->
                            "6f1c2b34-0d5e-4a7b-9c88-112233445566/" + number + "-0" + habit.end();
                    case "number" -> (number + 1) + habit.end();
                    default -> "";
                };
        // A number stands apart, or nothing tells it from words.
        String before = habit.id().equals("number") ? habit.end() : "";
        return before
                + id
                + time(line.start(), habit, commas)
                + " --> "
                + time(line.start() + line.length(), habit, commas)
                + habit.end()
                + "<"
                + habit.tag()
                + " "
                + line.speaker()
                + ">"
                + line.words()
                + (habit.closed() ? "</v>" : "")
                + habit.end()
                + (habit.blank() ? habit.end() : "");
    }

    private static String time(int millis, Habit habit, boolean commas) {
        int seconds = millis / 1000;
        String form =
                switch (habit.time()) {
                    case "short" -> "%d:%d:%d.%03d";
                    case "minutes" -> "%2$02d:%3$02d.%4$03d";
                    default -> "%02d:%02d:%02d.%03d";
                };
        String time =
                String.format(
                        Locale.ROOT,
                        form,
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60,
                        millis % 1000);
        return commas ? time.replace('.', ',') : time;
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> speakers =
                Arbitraries.of(
                        "Ana Lima",
                        "Ek, Bo",
                        "Bo Ek (Guest)",
                        "Cy Dee [Acme]",
                        "O'Neil-Ruiz, Zoë",
                        "+45 12 34 56 78",
                        "会议室 4");
        Arbitrary<String> words =
                Arbitraries.of(
                        "We will send it by Friday.",
                        "Okay.",
                        "At 10:30, or 5 --- whichever.",
                        "Yes\nand no.",
                        "42");
        return Combinators.combine(
                        speakers,
                        words,
                        Arbitraries.integers().between(0, 3_500_000),
                        Arbitraries.integers().between(0, 90_000))
                .as(Line::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Habit>> habits() {
        return Combinators.combine(
                        Arbitraries.of("guid", "number", "none"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("long", "short", "minutes"),
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of("v", "v.loud"))
                .as(Habit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
