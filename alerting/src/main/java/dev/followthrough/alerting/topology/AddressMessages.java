package dev.followthrough.alerting.topology;

import dev.followthrough.alerting.domain.Card;
import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.domain.Notice;
import dev.followthrough.alerting.domain.Spent;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * Notices → what should stand at each destination now; place = destination. Budgets, working hours
 * and digests are kept here.
 */
final class AddressMessages {
    static final String CARDS = "alerting-cards";
    static final String DIGESTS = "alerting-digests";
    static final String BUDGETS = "alerting-budgets";
    static final String WAKES = "alerting-wakes";
    static final String STEP = "alerting-address";

    private final EscalationPolicy policy;
    private final Deployment deployment;
    private final Ticking ticking;
    private final MeterRegistry metrics;

    AddressMessages(
            EscalationPolicy policy,
            Deployment deployment,
            Ticking ticking,
            MeterRegistry metrics) {
        this.policy = policy;
        this.deployment = deployment;
        this.ticking = ticking;
        this.metrics = metrics;
    }

    /** Reads the notices that {@link DecideEscalations} hands on. */
    void addTo(StreamsBuilder builder, KStream<String, Notice> notices) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CARDS),
                        Serdes.String(),
                        Topic.serde(Card.class)));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DIGESTS),
                        Serdes.String(),
                        Topic.serde(Addresser.Listing.class)));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(BUDGETS),
                        Serdes.String(),
                        Topic.serde(Spent.class)));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(WAKES), Serdes.String(), Serdes.String()));
        KStream<String, Message> messages =
                notices.process(
                        () -> new Addresser(policy, ticking, metrics),
                        Named.as(STEP),
                        CARDS,
                        DIGESTS,
                        BUDGETS,
                        WAKES);
        messages.processValues(
                        () -> new Stamp<>(Topics.MESSAGE), Named.as("alerting-stamp-messages"))
                .to(
                        deployment.name(Topics.MESSAGE),
                        Produced.with(Topics.MESSAGE.keys(), Topics.MESSAGE.values())
                                .withName("messages"));
    }
}
