package dev.followthrough.alerting.query;

import dev.followthrough.contracts.model.Escalation;

import java.util.List;

/** Where escalations can be read just now. Thread-safe. */
public interface Escalations {
    /** How many partitions there are; fixed for the life of a deployment. */
    int partitions();

    /**
     * The subjects of the accounts in this partition.
     *
     * @param stale whether a standby may answer where the active instance cannot
     */
    Place<Subjects> partition(int partition, boolean stale);

    /** The subjects of one partition, by key. */
    @FunctionalInterface
    interface Subjects {
        /**
         * At most so many, from this key on.
         *
         * @param prefix of their keys; empty for all
         */
        List<Row> from(String key, String prefix, int most);
    }

    /** A subject's key and what stands about it, resolved ones too. */
    record Row(String key, List<Escalation> escalations) {
        public Row {
            escalations = List.copyOf(escalations);
        }
    }
}
