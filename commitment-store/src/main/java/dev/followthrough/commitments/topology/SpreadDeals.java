package dev.followthrough.commitments.topology;

import dev.followthrough.commitments.domain.Deals;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Sub-topology {@code commitments-spread-deals}: accounts and deals, keyed by entity, come out
 * keyed {@code account ~ entity}. A deal that changes its account leaves a tombstone with the old
 * one, in the same transaction.
 */
final class SpreadDeals {
    /** Which account an entity was last sent to. */
    static final String PLACES = "places";

    private final Deployment deployment;

    SpreadDeals(Deployment deployment) {
        this.deployment = deployment;
    }

    KStream<String, DirectoryEntry> addTo(StreamsBuilder builder) {
        return builder.stream(
                        deployment.name(Topics.DIRECTORY),
                        Consumed.with(Serdes.String(), Topics.DIRECTORY.values())
                                .withName("commitments-directory"))
                .process(new Supplier(), Named.as("commitments-spread-deals"))
                .repartition(
                        Repartitioned.<String, DirectoryEntry>as("commitments-deals")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Topic.serde(DirectoryEntry.class))
                                .withNumberOfPartitions(deployment.partitions())
                                .withStreamPartitioner(SpreadDeals::place));
    }

    static Optional<Set<Integer>> place(
            String topic, String key, @Nullable Object value, int partitions) {
        return Optional.of(Set.of(Placement.partition(key, partitions)));
    }

    private static final class Supplier
            implements ProcessorSupplier<String, DirectoryEntry, String, DirectoryEntry> {
        @Override
        public ContextualProcessor<String, DirectoryEntry, String, DirectoryEntry> get() {
            return new Spread();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PLACES),
                            Serdes.String(),
                            Serdes.String()));
        }
    }

    private static final class Spread
            extends ContextualProcessor<String, DirectoryEntry, String, DirectoryEntry> {
        @Override
        public void process(Record<String, DirectoryEntry> record) {
            KeyValueStore<String, String> places = context().getStateStore(PLACES);
            DirectoryEntry entry = record.value();
            AccountId account = entry == null ? null : Deals.account(entry);
            String now = account == null ? null : account.value();
            String before = places.get(record.key());
            if (before != null && !before.equals(now)) {
                places.delete(record.key());
                send(record, before, null);
            }
            if (now != null) {
                places.put(record.key(), now);
                send(record, now, entry);
            }
        }

        private void send(
                Record<String, DirectoryEntry> record,
                String account,
                @Nullable DirectoryEntry entry) {
            String key = Key.of(account, Objects.requireNonNull(record.key())).toString();
            context().forward(record.withKey(key).withValue(entry));
        }
    }
}
