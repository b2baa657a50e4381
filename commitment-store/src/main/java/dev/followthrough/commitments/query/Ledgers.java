package dev.followthrough.commitments.query;

import dev.followthrough.commitments.domain.Tables;

import org.jspecify.annotations.Nullable;

/** Where the ledger's partitions can be read just now. Thread-safe. */
public interface Ledgers {
    /** How many partitions there are; fixed for the life of a deployment. */
    int partitions();

    /**
     * The tables of the accounts in this partition.
     *
     * @param stale whether a standby may answer where the active instance cannot
     */
    Located<Tables> ledger(int partition, boolean stale);

    /** The accounts of the deals in this partition, which is that of the deal, not the account. */
    Located<Homes> homes(int partition, boolean stale);

    /** Which account an entity of the directory belongs to. */
    @FunctionalInterface
    interface Homes {
        @Nullable String accountOf(String entity);
    }
}
