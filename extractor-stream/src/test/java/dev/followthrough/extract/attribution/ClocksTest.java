package dev.followthrough.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** By whose clock a date ends. */
class ClocksTest {
    private static final Party BEN =
            new Party("ben@ours.example", "Ben Ott", "ben@ours.example", Side.OURS);
    private static final Party ANA =
            new Party("ana@buyer.example", "Ana Ruiz", "ana@buyer.example", Side.CUSTOMER);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId DENVER = ZoneId.of("America/Denver");

    @Test
    void dateBehindAChangeOfClocksEndsByTheClockOfItsDay() {
        // Given
        Due april = due("2026-04-02T23:59:59Z", "by 2 April", Grain.DAY);

        // When
        Due now = clocks(LONDON, null).of(april, said("2026-03-20T10:00:00Z"));

        // Then
        assertThat(at(now)).isEqualTo(Instant.parse("2026-04-02T22:59:59Z"));
        assertThat(Objects.requireNonNull(now).zone()).isEqualTo(LONDON);
    }

    @Test
    void writerWhoTravelsKeepsTheMailsOffset() {
        // Given
        Due april = due("2026-04-02T23:59:59Z", "by 2 April", Grain.DAY);

        // When
        Due now = clocks(DENVER, null).of(april, said("2026-03-20T10:00:00Z"));

        // Then
        assertThat(now).isEqualTo(april);
    }

    @Test
    void hourThatIsYoursIsTheHearers() {
        // Given
        Due three = due("2026-02-19T15:00:00Z", "Thursday 3pm yours", Grain.MINUTE);

        // When
        Due now = clocks(LONDON, DENVER).of(three, said("2026-02-17T10:00:00Z"));

        // Then
        assertThat(at(now)).isEqualTo(Instant.parse("2026-02-19T22:00:00Z"));
    }

    @Test
    void hearerWithoutAKnownZoneChangesNothing() {
        // Given
        Due three = due("2026-02-19T15:00:00Z", "Thursday 3pm your time", Grain.MINUTE);

        // When
        Due now = clocks(LONDON, null).of(three, said("2026-02-17T10:00:00Z"));

        // Then
        assertThat(now).isEqualTo(three);
    }

    private static Clocks clocks(ZoneId bens, @Nullable ZoneId anas) {
        List<DirectoryEntry> people =
                List.of(
                        new DirectoryEntry.Person(BEN, List.of(), null, null, bens),
                        new DirectoryEntry.Person(ANA, List.of(), null, null, anas));
        Directory directory =
                term -> people.stream().filter(entry -> Terms.of(entry).contains(term)).toList();
        return new Clocks(directory, List.of(ANA));
    }

    private static Due due(String at, String text, Grain grain) {
        return Due.at(Instant.parse(at), grain, ZoneOffset.UTC, text);
    }

    private static @Nullable Instant at(@Nullable Due due) {
        return Objects.requireNonNull(due).at();
    }

    private static Evidence said(String at) {
        return new Evidence(
                "quote", 0, 5, new SignalId("s1"), 0, 0, "s1", BEN, Instant.parse(at), "rule");
    }
}
