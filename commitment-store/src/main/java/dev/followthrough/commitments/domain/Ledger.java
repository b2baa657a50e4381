package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Reading;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The ledger of an account: what was promised, by whom, until when, and where it stands. A function
 * of the set of readings, accounts and deals, whatever the order or batches in which they come.
 *
 * <p>Pure and stateless; reads through {@link Tables} and returns every change at once, so that a
 * caller decides first and writes afterwards. Thread-safe as far as the tables passed in are.
 */
public final class Ledger {
    private Ledger() {}

    /**
     * A signal's reading comes, changes or goes.
     *
     * @param before the reading the tables hold, absent where they hold none
     * @param after absent where the signal moved to another account or was erased
     * @throws IllegalArgumentException where both are given and differ in account or signal
     */
    public static Changes revise(Tables tables, @Nullable Reading before, @Nullable Reading after) {
        return revise(tables, LedgerPolicy.STANDARD, before, after);
    }

    /** The same by another policy. */
    public static Changes revise(
            Tables tables, LedgerPolicy policy, @Nullable Reading before, @Nullable Reading after) {
        Draft draft = new Draft(tables);
        if (before != null && after != null && !isSamePlace(before, after)) {
            throw new IllegalArgumentException(
                    "readings must be of one signal and account, were of "
                            + before.signal()
                            + " and "
                            + after.signal());
        }
        Reading any = after != null ? after : before;
        if (any != null && !any.equals(after == null ? null : before)) {
            AccountId account = any.account();
            Set<Optional<DealId>> touched =
                    new Revision(draft, account, policy).make(before, after);
            new Projections(draft, account).refresh(touched);
        }
        return draft.changes();
    }

    /**
     * The policy is another one: a reading that the tables hold enters by it. Changes nothing where
     * it has done so before.
     */
    public static Changes again(Tables tables, LedgerPolicy policy, Reading held) {
        Draft draft = new Draft(tables);
        AccountId account = held.account();
        Set<Optional<DealId>> touched = new Revision(draft, account, policy).make(held, held);
        new Projections(draft, account).refresh(touched);
        return draft.changes();
    }

    /**
     * An account's entry or one of its deals comes, changes or goes.
     *
     * @param entity key of the entry: {@code deal:<id>}
     * @param entry absent where it is gone, or belongs to another account now
     */
    public static Changes direct(
            Tables tables, AccountId account, String entity, @Nullable DirectoryEntry entry) {
        Draft draft = new Draft(tables);
        direct(draft, account, entity, entry);
        new Projections(draft, account).refresh();
        return draft.changes();
    }

    /** The whole ledger at once, by the policy that is shipped. */
    public static LedgerView of(
            Collection<Reading> readings, Collection<DirectoryEntry> directory) {
        return of(readings, directory, LedgerPolicy.STANDARD);
    }

    /**
     * The whole ledger at once.
     *
     * @param readings the newest one of each signal; a signal given twice counts once
     * @param directory all entries; accounts and deals are used
     */
    public static LedgerView of(
            Collection<Reading> readings,
            Collection<DirectoryEntry> directory,
            LedgerPolicy policy) {
        MemoryTables tables = new MemoryTables();
        TreeSet<AccountId> accounts = new TreeSet<>();
        for (DirectoryEntry entry : directory) {
            AccountId account = Deals.account(entry);
            if (account != null) {
                accounts.add(account);
                at(tables, draft -> direct(draft, account, entry.entity(), entry));
            }
        }
        TreeMap<String, Reading> each = new TreeMap<>();
        readings.forEach(reading -> each.put(Revision.key(reading), reading));
        for (Reading reading : each.values()) {
            accounts.add(reading.account());
            at(tables, draft -> new Revision(draft, reading.account(), policy).make(null, reading));
        }
        accounts.forEach(a -> at(tables, draft -> new Projections(draft, a).refresh()));
        return view(tables, accounts);
    }

    private static void at(MemoryTables tables, Consumer<Draft> change) {
        Draft draft = new Draft(tables);
        change.accept(draft);
        tables.apply(draft.changes());
    }

    private static void direct(
            Draft draft, AccountId account, String entity, @Nullable DirectoryEntry entry) {
        String key = new At(account).key(entity);
        if (entry == null) {
            draft.delete(Table.DEALS, key);
        } else {
            draft.put(Table.DEALS, key, entry);
        }
    }

    private static boolean isSamePlace(Reading before, Reading after) {
        return before.signal().equals(after.signal()) && before.account().equals(after.account());
    }

    /** What tables hold for these accounts, in the order of {@link LedgerView}. */
    static LedgerView view(Tables tables, Collection<AccountId> accounts) {
        List<Commitment> commitments =
                rows(tables, Table.COMMITMENTS, accounts).stream()
                        .map(Kept::commitment)
                        .sorted(
                                Comparator.comparing(Commitment::firstSaid)
                                        .thenComparing(Commitment::id))
                        .toList();
        List<Handoff> handoffs = rows(tables, Table.HANDOFFS, accounts);
        List<AccountSummary> summaries =
                accounts.stream()
                        .map(account -> tables.get(Table.ACCOUNTS, new At(account).key()))
                        .filter(Objects::nonNull)
                        .toList();
        List<Note> notes =
                rows(tables, Table.NOTES, accounts).stream()
                        .sorted(Comparator.comparing(Note::order))
                        .toList();
        return new LedgerView(
                commitments, handoffs, summaries, Notes.scope(notes), Notes.context(notes));
    }

    private static <V> List<V> rows(Tables tables, Table<V> table, Collection<AccountId> accounts) {
        return accounts.stream()
                .flatMap(account -> tables.below(table, new At(account).below()).stream())
                .map(Row::value)
                .toList();
    }
}
