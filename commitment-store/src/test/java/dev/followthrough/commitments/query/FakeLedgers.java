package dev.followthrough.commitments.query;

import dev.followthrough.commitments.domain.Deals;
import dev.followthrough.commitments.domain.Ledger;
import dev.followthrough.commitments.domain.MemoryTables;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Placement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Partitions in memory; a test says which of them are elsewhere or missing. */
final class FakeLedgers implements Ledgers {
    private final List<MemoryTables> tables = new ArrayList<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<Integer, Located<?>> others = new HashMap<>();
    private final Map<Integer, Long> standbys = new HashMap<>();

    FakeLedgers(int partitions) {
        for (int i = 0; i < partitions; i++) {
            tables.add(new MemoryTables());
        }
    }

    /** Another instance that was told the same. */
    private FakeLedgers(FakeLedgers same) {
        tables.addAll(same.tables);
        homes.putAll(same.homes);
    }

    FakeLedgers twin() {
        return new FakeLedgers(this);
    }

    FakeLedgers take(AccountId account, SignalId signal, @Nullable Reading after) {
        MemoryTables at = tables.get(partition(account));
        Reading before = at.get(Table.READINGS, Keys.reading(account, signal).toString());
        at.apply(Ledger.revise(at, before, after));
        return this;
    }

    FakeLedgers take(Reading reading) {
        return take(reading.account(), reading.signal(), reading);
    }

    FakeLedgers take(DirectoryEntry entry) {
        AccountId account = Objects.requireNonNull(Deals.account(entry));
        MemoryTables at = tables.get(partition(account));
        at.apply(Ledger.direct(at, account, entry.entity(), entry));
        homes.put(Key.of(entry.entity()).toString(), account.value());
        return this;
    }

    int partition(AccountId account) {
        return Placement.partition(Keys.account(account), tables.size());
    }

    Tables tables(int partition) {
        return tables.get(partition);
    }

    void put(int partition, Located<?> place) {
        others.put(partition, place);
    }

    /** Only a standby of it is here, so many records behind. */
    void standby(int partition, long lag) {
        others.put(partition, new Located.Nowhere<>("partition is restoring"));
        standbys.put(partition, lag);
    }

    @Override
    public int partitions() {
        return tables.size();
    }

    @Override
    public Located<Tables> ledger(int partition, boolean stale) {
        return place(partition, stale, tables.get(partition));
    }

    @Override
    public Located<Homes> homes(int partition, boolean stale) {
        return place(partition, stale, homes::get);
    }

    private <T> Located<T> place(int partition, boolean stale, T here) {
        Long lag = standbys.get(partition);
        if (stale && lag != null) {
            return new Located.Here<>(here, lag);
        }
        Located<?> other = others.get(partition);
        return switch (other) {
            case null -> new Located.Here<>(here, null);
            case Located.There<?> there -> new Located.There<>(there.addresses());
            case Located.Nowhere<?> nowhere -> new Located.Nowhere<>(nowhere.reason());
            case Located.Here<?> unused -> new Located.Here<>(here, null);
        };
    }
}
