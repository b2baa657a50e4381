package dev.followthrough.alerting.topology;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.domain.Notice;
import dev.followthrough.alerting.domain.Outcome;
import dev.followthrough.alerting.domain.Watched;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * Commitments, handoffs and accounts × time → escalations; place = account. Hands notices on to
 * their destinations.
 */
final class DecideEscalations {
    /** Subjects by {@code account~c~commitment} or {@code account~d~deal}. */
    public static final String SUBJECTS = "alerting-subjects";

    static final String TIMERS = "alerting-timers";
    static final String ACCOUNTS = "alerting-accounts";
    static final String STEP = "alerting-decide";
    static final String NOTICES = "alerting-notices";

    private final EscalationPolicy policy;
    private final Deployment deployment;
    private final Ticking ticking;
    private final MeterRegistry metrics;

    DecideEscalations(
            EscalationPolicy policy,
            Deployment deployment,
            Ticking ticking,
            MeterRegistry metrics) {
        this.policy = policy;
        this.deployment = deployment;
        this.ticking = ticking;
        this.metrics = metrics;
    }

    /** The notices by {@code destination~account~escalation}, repartitioned by destination. */
    KStream<String, Notice> addTo(StreamsBuilder builder) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(SUBJECTS),
                        Serdes.String(),
                        Topic.serde(Watched.class)));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(TIMERS), Serdes.String(), Serdes.String()));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ACCOUNTS),
                        Serdes.String(),
                        Topic.serde(AccountSummary.class)));
        KStream<String, Outcome> outcomes =
                inputs(builder)
                        .process(
                                () -> new Decider(policy, ticking, metrics),
                                Named.as(STEP),
                                SUBJECTS,
                                TIMERS,
                                ACCOUNTS);
        escalations(outcomes);
        return outcomes.filter(
                        (key, outcome) -> outcome instanceof Outcome.Noted,
                        Named.as("alerting-pick-notices"))
                .mapValues(
                        outcome -> ((Outcome.Noted) outcome).notice(),
                        Named.as("alerting-unwrap-notices"))
                .repartition(
                        Repartitioned.<String, Notice>as(NOTICES)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Topic.serde(Notice.class)));
    }

    private KStream<String, Input> inputs(StreamsBuilder builder) {
        KStream<String, Input> promised =
                source(builder, Topics.COMMITMENT, "commitments")
                        .mapValues(Input.Promised::new, Named.as("alerting-wrap-commitments"));
        KStream<String, Input> delivered =
                source(builder, Topics.HANDOFF, "handoffs")
                        .mapValues(Input.Delivered::new, Named.as("alerting-wrap-handoffs"));
        KStream<String, Input> known =
                source(builder, Topics.ACCOUNT, "accounts")
                        .mapValues(Input.Known::new, Named.as("alerting-wrap-accounts"));
        return known.merge(delivered, Named.as("alerting-merge-handoffs"))
                .merge(promised, Named.as("alerting-merge-commitments"));
    }

    private <V> KStream<String, V> source(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                deployment.name(topic), Consumed.with(topic.keys(), topic.values()).withName(name));
    }

    private void escalations(KStream<String, Outcome> outcomes) {
        KStream<String, Escalation> escalations =
                outcomes.filter(
                                (key, outcome) -> outcome instanceof Outcome.Escalated,
                                Named.as("alerting-pick-escalations"))
                        .mapValues(
                                outcome -> ((Outcome.Escalated) outcome).escalation(),
                                Named.as("alerting-unwrap-escalations"));
        escalations
                .processValues(
                        () -> new Stamp<>(Topics.ESCALATION),
                        Named.as("alerting-stamp-escalations"))
                .to(
                        deployment.name(Topics.ESCALATION),
                        Produced.with(Topics.ESCALATION.keys(), Topics.ESCALATION.values())
                                .withName("escalations"));
    }
}
