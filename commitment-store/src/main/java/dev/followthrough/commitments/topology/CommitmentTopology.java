package dev.followthrough.commitments.topology;

import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.streams.StreamsBuilder;

import java.util.List;

/** The whole topology: what it reads and writes, and its two parts in the order of the flow. */
public final class CommitmentTopology {
    /** The queryable store that holds all tables of the ledger. */
    public static final String STORE = ApplyReadings.LEDGERS;

    /** The queryable store that says which account an entity of the directory belongs to. */
    public static final String PLACES = SpreadDeals.PLACES;

    private CommitmentTopology() {}

    public static void addTo(
            StreamsBuilder builder,
            Deployment deployment,
            LedgerPolicy policy,
            LedgerListener listener) {
        var deals = new SpreadDeals(deployment).addTo(builder);
        new ApplyReadings(deployment, policy, listener).addTo(builder, deals);
    }

    /** Topics that must exist before it starts. */
    public static List<Topic<?>> topics() {
        return List.of(
                Topics.DIRECTORY,
                Topics.READING,
                Topics.COMMITMENT,
                Topics.EVENT,
                Topics.HANDOFF,
                Topics.ACCOUNT,
                Topics.deadLetter("commitments"));
    }
}
