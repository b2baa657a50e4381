package dev.followthrough.commitments.topology;

import dev.followthrough.commitments.domain.Changes;
import dev.followthrough.commitments.domain.Ledger;
import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.commitments.domain.Publication;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/**
 * Sub-topology {@code commitments-apply}: readings and deals of an account change its ledger; what
 * differs goes to the four topics. Decides first, then writes, then forwards: nothing is written
 * where deciding failed.
 */
final class ApplyReadings {
    /** All tables of the ledger. */
    static final String LEDGERS = "ledgers";

    private final Deployment deployment;
    private final LedgerPolicy policy;
    private final LedgerListener listener;

    ApplyReadings(Deployment deployment, LedgerPolicy policy, LedgerListener listener) {
        this.deployment = deployment;
        this.policy = policy;
        this.listener = listener;
    }

    void addTo(StreamsBuilder builder, KStream<String, DirectoryEntry> deals) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(LEDGERS),
                        Serdes.String(),
                        Serdes.ByteArray()));
        KStream<String, Published> fromReadings =
                builder.stream(
                                deployment.name(Topics.READING),
                                Consumed.with(Serdes.String(), Topics.READING.values())
                                        .withName("commitments-readings"))
                        .process(
                                () -> new OfReading(policy, listener),
                                Named.as("commitments-apply"),
                                LEDGERS);
        KStream<String, Published> fromDeals =
                deals.process(
                        () -> new OfEntry(listener), Named.as("commitments-apply-deals"), LEDGERS);
        KStream<String, Published> all =
                fromReadings.merge(fromDeals, Named.as("commitments-published"));
        sink(all, Topics.COMMITMENT, "commitment");
        sink(all, Topics.EVENT, "event");
        sink(all, Topics.HANDOFF, "handoff");
        sink(all, Topics.ACCOUNT, "account");
    }

    private <V> void sink(KStream<String, Published> all, Topic<V> topic, String name) {
        all.filter(
                        (key, published) -> published.topic().equals(topic),
                        Named.as("commitments-choose-" + name))
                .mapValues(
                        published -> topic.type().cast(published.value()),
                        Named.as("commitments-take-" + name))
                .to(
                        deployment.name(topic),
                        Produced.with(Serdes.String(), topic.values())
                                .withStreamPartitioner(SpreadDeals::place)
                                .withName("commitments-" + name + "s"));
    }

    /** What leaves for a topic; an absent value is a tombstone. */
    record Published(Topic<?> topic, @Nullable Object value) {
        static Published of(Publication publication) {
            return switch (publication) {
                case Publication.OfCommitment c -> new Published(Topics.COMMITMENT, c.commitment());
                case Publication.OfEvent e -> new Published(Topics.EVENT, e.event());
                case Publication.OfHandoff h -> new Published(Topics.HANDOFF, h.handoff());
                case Publication.OfAccount a -> new Published(Topics.ACCOUNT, a.summary());
            };
        }

        static String key(Publication publication) {
            return switch (publication) {
                case Publication.OfCommitment c -> Keys.commitment(c.id()).toString();
                case Publication.OfEvent e -> Keys.commitment(e.event().commitment()).toString();
                case Publication.OfHandoff h -> Keys.handoff(h.account(), h.deal()).toString();
                case Publication.OfAccount a -> Keys.account(a.account()).toString();
            };
        }
    }

    /** A reading comes, changes or goes. */
    private static final class OfReading extends Apply<Reading> {
        private static final Duration PAUSE = Duration.ofMillis(50);

        /** Readings a piece: some tens of milliseconds. */
        private static final int PIECE = 50;

        private final LedgerPolicy policy;
        private @Nullable PolicyWalk walk;

        OfReading(LedgerPolicy policy, LedgerListener listener) {
            super(listener);
            this.policy = policy;
        }

        @Override
        public void init(ProcessorContext<String, Published> context) {
            super.init(context);
            walk = new PolicyWalk(context.getStateStore(LEDGERS), policy);
            context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::work);
        }

        /** Another policy than the tables were filled by: readings enter anew, piece by piece. */
        private void work(long now) {
            if (walk != null && walk.hasWork()) {
                walk.work(PIECE)
                        .forEach(changes -> publish(changes, null, new Record<>("", null, now)));
            }
        }

        @Override
        Changes decide(StoreTables tables, String key, @Nullable Reading after) {
            if (after != null
                    && !Keys.reading(after.account(), after.signal()).toString().equals(key)) {
                throw new Rejected(
                        "misplaced", "a reading must stand at the key of its account and signal");
            }
            return Ledger.revise(tables, policy, tables.get(Table.READINGS, key), after);
        }

        @Override
        @Nullable Reading cause(@Nullable Reading value) {
            return value;
        }
    }

    /** An account's entry or a deal comes, changes or goes. */
    private static final class OfEntry extends Apply<DirectoryEntry> {
        OfEntry(LedgerListener listener) {
            super(listener);
        }

        @Override
        Changes decide(StoreTables tables, String key, @Nullable DirectoryEntry entry) {
            Key parsed = Key.parse(key);
            AccountId account = new AccountId(parsed.place());
            return Ledger.direct(tables, account, parsed.rest().get(0), entry);
        }

        @Override
        @Nullable Reading cause(@Nullable DirectoryEntry value) {
            return null;
        }
    }

    private abstract static class Apply<V>
            extends ContextualProcessor<String, V, String, Published> {
        private final LedgerListener listener;

        Apply(LedgerListener listener) {
            this.listener = listener;
        }

        abstract Changes decide(StoreTables tables, String key, @Nullable V value);

        abstract @Nullable Reading cause(@Nullable V value);

        @Override
        public void process(Record<String, V> record) {
            KeyValueStore<String, byte[]> store = context().getStateStore(LEDGERS);
            String key = Objects.requireNonNull(record.key());
            Changes changes = decide(new StoreTables(store), key, record.value());
            StoreTables.apply(changes, store);
            publish(changes, cause(record.value()), record);
        }

        /** Forwards with the timestamp and headers of a record. */
        void publish(Changes changes, @Nullable Reading cause, Record<String, ?> record) {
            for (Publication each : changes.publications()) {
                forward(record, Published.key(each), Published.of(each));
            }
            listener.decided(cause, changes);
        }

        private void forward(Record<String, ?> record, String key, Published published) {
            Record<String, Published> next = record.withKey(key).withValue(published);
            context().forward(Stamp.on(next, published.topic()));
        }
    }
}
