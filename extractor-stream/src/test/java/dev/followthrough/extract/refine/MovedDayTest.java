package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Say;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** The day that something is moved to, not the one it is moved from; said in March 2026. */
class MovedDayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // on a Wednesday
                "11 | You'll have the SOC 2 report on Friday instead of Tuesday. | 13",
                "11 | Friday instead of Tuesday for the report. | 13",
                "11 | Friday rather than Tuesday, sorry. | 13",
                "11 | Not Tuesday but Friday for the report. | 13",
                "11 | The report moves from Tuesday to Friday. | 13",
                "11 | The report moves from Thursday to Friday. | 13",
                "11 | The report moves from the 17th to the 20th. | 20",
                "11 | The report moves from next Tuesday to Friday. | 20",
                // on a Monday: this week's Friday is still to come
                "9 | The report moves from Friday to Tuesday. | 17",
                "9 | The report moves from Tuesday to Friday. | 13"
            })
    void newDayIsTaken(int said, String text, int day) {
        // When
        Due due = due(said, text);

        // Then
        Instant at = Objects.requireNonNull(Objects.requireNonNull(due).at());
        assertThat(at.atOffset(ZoneOffset.UTC).toLocalDate()).isEqualTo(LocalDate.of(2026, 3, day));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"11 | It isn't going out on Friday.", "11 | Not Friday."})
    void deniedDayIsNone(int said, String text) {
        assertThat(due(said, text)).isNull();
    }

    private static @Nullable Due due(int said, String text) {
        Instant at = LocalDate.of(2026, 3, said).atTime(9, 0).toInstant(ZoneOffset.UTC);
        Signal signal = Say.signal("m9", Say.BEN, Say.ANA, at, text);
        Scene scene = Drafted.scene(signal);
        List<Draft> drafts = Drafted.of(scene, "rescheduling.moves");
        return new AttachTimes().refine(drafts, scene).get(0).due();
    }
}
