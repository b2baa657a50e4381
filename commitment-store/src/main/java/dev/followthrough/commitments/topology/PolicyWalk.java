package dev.followthrough.commitments.topology;

import dev.followthrough.commitments.domain.Changes;
import dev.followthrough.commitments.domain.Ledger;
import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.commitments.domain.Row;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.contracts.model.Reading;

import org.apache.kafka.streams.state.KeyValueStore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks over the readings that a store holds and enters them by the policy of today, where the
 * store was filled by another. Each reading is a change of its own and changes nothing the second
 * time, so a walk that was cut short begins anew.
 */
final class PolicyWalk {
    /** Beside the tables: the policy that all readings of the store have been entered by. */
    private static final String KEY = "policy/enters-from";

    private final KeyValueStore<String, byte[]> store;
    private final LedgerPolicy policy;
    private String next = "";
    private boolean done;

    PolicyWalk(KeyValueStore<String, byte[]> store, LedgerPolicy policy) {
        this.store = store;
        this.policy = policy;
        this.done = entered() == policy.entersFrom();
    }

    boolean hasWork() {
        return !done;
    }

    /** Enters so many readings more, and writes; what changed is to be published. */
    List<Changes> work(int most) {
        StoreTables tables = new StoreTables(store);
        List<Row<Reading>> rows =
                tables.range(Table.READINGS, next, "\u007f", Tables.Direction.FORWARD, most);
        List<Changes> all = new ArrayList<>();
        for (Row<Reading> row : rows) {
            Changes changes = Ledger.again(tables, policy, row.value());
            StoreTables.apply(changes, store);
            all.add(changes);
            next = row.key() + '\0';
        }
        if (rows.size() < most) {
            store.put(KEY, Double.toString(policy.entersFrom()).getBytes(StandardCharsets.UTF_8));
            done = true;
        }
        return all;
    }

    /** A store without the mark was filled by the policy that is shipped. */
    private double entered() {
        byte[] mark = store.get(KEY);
        return mark == null
                ? LedgerPolicy.STANDARD.entersFrom()
                : Double.parseDouble(new String(mark, StandardCharsets.UTF_8));
    }
}
