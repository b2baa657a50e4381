package dev.followthrough.commitments.domain;

import static dev.followthrough.commitments.domain.Say.ANA;
import static dev.followthrough.commitments.domain.Say.BEN;
import static dev.followthrough.commitments.domain.Say.CLEO;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Reading;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What one more signal costs, counted: pairs compared, rows read and rows written. */
class LedgerCostTest {
    private static final Instant FIRST = Instant.parse("2024-01-01T09:00:00Z");
    private static final Party[] PEOPLE = {ANA, BEN, CLEO};
    private static final int WORDS = 300;
    private static final int MENTIONS_A_DEAL = 100;
    private static final int MEASURED = 100;

    private final MemoryTables tables = new MemoryTables();
    private final Random random = new Random(11);

    @Test
    void oneMoreSignalCostsTheSameAfterAThousandMentionsAsAfterTenThousand() {
        // Given
        grow(0, 1_000);
        Cost few = measure(1_000);
        grow(1_000 + MEASURED, 10_000);

        // When
        Cost many = measure(10_000);

        // Then
        assertThat(many.comparisons()).isLessThan(1.3 * few.comparisons());
        assertThat(many.reads()).isLessThan(1.3 * few.reads());
        assertThat(many.writes()).isLessThan(1.3 * few.writes());
        assertThat(many.most()).as("comparisons of the dearest signal").isLessThan(400);
    }

    @Test
    void signalThatHoldsNothingCostsAHandfulOfReads() {
        // Given
        grow(0, 1_000);
        Reading small = Say.in("slack:C1").at(at(2_000)).as("talk").by(CLEO).reading();
        Counting counting = new Counting(tables);

        // When
        Changes changes = Ledger.revise(counting, null, small);

        // Then
        assertThat(changes.comparisons()).isZero();
        assertThat(counting.reads).isLessThan(30);
    }

    private void grow(int from, int to) {
        for (int i = from; i < to; i++) {
            take(tables, i);
        }
    }

    private Cost measure(int from) {
        Counting counting = new Counting(tables);
        long comparisons = 0;
        long writes = 0;
        long most = 0;
        for (int i = from; i < from + MEASURED; i++) {
            Changes changes = take(counting, i);
            comparisons += changes.comparisons();
            writes += changes.writes().size();
            most = Math.max(most, changes.comparisons());
        }
        return new Cost(
                comparisons / (double) MEASURED,
                counting.reads / (double) MEASURED,
                writes / (double) MEASURED,
                most);
    }

    private Changes take(Tables from, int number) {
        DealId deal = new DealId("hubspot:deal/" + number / MENTIONS_A_DEAL);
        if (number % MENTIONS_A_DEAL == 0) {
            DirectoryEntry entry =
                    new DirectoryEntry.Deal(
                            deal, deal.value(), Say.BUYER, DealStage.WON, FIRST, ANA);
            tables.apply(Ledger.direct(tables, Say.BUYER, entry.entity(), entry));
        }
        Changes changes = Ledger.revise(from, null, reading(number, deal));
        tables.apply(changes);
        return changes;
    }

    /** Promises, fulfilments, requests and scope in some twenty channels, three hours apart. */
    private Reading reading(int number, DealId deal) {
        String[] matter = {word(), word(), word()};
        String quote = String.join(" ", matter);
        Say say =
                Say.in("slack:C" + random.nextInt(20))
                        .at(at(number))
                        .as("s" + number)
                        .by(PEOPLE[random.nextInt(PEOPLE.length)])
                        .about(deal);
        return switch (random.nextInt(8)) {
            case 0, 1 -> say.done(quote, matter).reading();
            case 2 -> say.request(quote, null, matter).reading();
            default -> say.promise(quote, due(number), matter).reading();
        };
    }

    private @Nullable Due due(int number) {
        Instant end = at(number).plus(Duration.ofDays(random.nextInt(10)));
        return random.nextBoolean() ? Due.at(end, Grain.DAY, Say.ZONE, "then") : null;
    }

    private String word() {
        return "matter" + random.nextInt(WORDS);
    }

    private static Instant at(int number) {
        return FIRST.plus(Duration.ofHours(3L * number));
    }

    /** On average a signal; {@code most} at worst. */
    private record Cost(double comparisons, double reads, double writes, long most) {}

    /** Counts look-ups and rows that ranges give. */
    private static final class Counting implements Tables {
        private final Tables tables;
        private long reads;

        Counting(Tables tables) {
            this.tables = tables;
        }

        @Override
        public <V> @Nullable V get(Table<V> table, String key) {
            reads++;
            return tables.get(table, key);
        }

        @Override
        public <V> List<Row<V>> range(
                Table<V> table, String from, String to, Direction direction, int limit) {
            List<Row<V>> rows = tables.range(table, from, to, direction, limit);
            reads += 1 + rows.size();
            return rows;
        }
    }
}
