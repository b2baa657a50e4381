package dev.followthrough.commitments.app;

import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.commitments.query.Ledgers;
import dev.followthrough.commitments.query.Located;
import dev.followthrough.commitments.topology.CommitmentTopology;
import dev.followthrough.commitments.topology.StoreTables;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds partitions through the metadata of Kafka Streams. Without {@code application.server} this
 * instance is the only one, and what it does not hold is nowhere.
 */
final class StreamsLedgers implements Ledgers {
    private final KafkaStreams streams;
    private final int partitions;
    private final @Nullable HostInfo self;

    /**
     * @param server {@code host:port} under which other instances know this one; absent for none
     */
    StreamsLedgers(KafkaStreams streams, int partitions, @Nullable String server) {
        this.streams = streams;
        this.partitions = partitions;
        this.self = server == null ? null : HostInfo.buildFromEndpoint(server);
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public Located<Tables> ledger(int partition, boolean stale) {
        return this.<byte[], Tables>place(
                CommitmentTopology.STORE,
                partition,
                stale,
                store -> new GuardedTables(new StoreTables(store)));
    }

    @Override
    public Located<Homes> homes(int partition, boolean stale) {
        return this.<String, Homes>place(
                CommitmentTopology.PLACES, partition, stale, store -> store::get);
    }

    private <V, T> Located<T> place(
            String store,
            int partition,
            boolean stale,
            Function<ReadOnlyKeyValueStore<String, V>, T> read) {
        try {
            Hosts hosts = hosts(store, partition);
            ReadOnlyKeyValueStore<String, V> active =
                    hosts.mine() ? open(store, partition, false) : null;
            if (active != null) {
                return new Located.Here<>(read.apply(active), null);
            }
            Long lag = stale ? lag(store, partition) : null;
            ReadOnlyKeyValueStore<String, V> standby =
                    lag == null ? null : open(store, partition, true);
            if (standby != null) {
                return new Located.Here<>(read.apply(standby), lag);
            }
            List<String> others = hosts.others(stale);
            return others.isEmpty() ? nowhere(partition) : new Located.There<>(others);
        } catch (IllegalStateException | StreamsException e) {
            // Not started, closing or without a broker: the same answer to a caller.
            return nowhere(partition);
        }
    }

    private <T> Located<T> nowhere(int partition) {
        return new Located.Nowhere<>(
                "partition "
                        + partition
                        + " is not available: streams are "
                        + streams.state().name().toLowerCase(java.util.Locale.ROOT));
    }

    private <V> @Nullable ReadOnlyKeyValueStore<String, V> open(
            String store, int partition, boolean stale) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> query =
                StoreQueryParameters.fromNameAndType(
                                store, QueryableStoreTypes.<String, V>keyValueStore())
                        .withPartition(partition);
        try {
            return streams.store(stale ? query.enableStaleStores() : query);
        } catch (InvalidStateStoreException e) {
            return null; // Restoring, moving, or not this instance's: the caller looks elsewhere.
        }
    }

    private @Nullable Long lag(String store, int partition) {
        LagInfo lag =
                streams.allLocalStorePartitionLags().getOrDefault(store, Map.of()).get(partition);
        return lag == null ? null : Long.valueOf(lag.offsetLag());
    }

    private Hosts hosts(String store, int partition) {
        if (self == null) {
            return new Hosts(true, null, Set.of());
        }
        KeyQueryMetadata metadata =
                streams.queryMetadataForKey(
                        store, "", (topic, key, value, count) -> Optional.of(Set.of(partition)));
        if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return new Hosts(false, null, Set.of());
        }
        boolean mine = metadata.activeHost().equals(self);
        Set<HostInfo> standbys =
                metadata.standbyHosts().stream()
                        .filter(host -> !host.equals(self))
                        .collect(java.util.stream.Collectors.toSet());
        return new Hosts(mine, mine ? null : metadata.activeHost(), standbys);
    }

    /** Who has a partition: this instance, the active one otherwise, the standbys besides. */
    private record Hosts(boolean mine, @Nullable HostInfo active, Set<HostInfo> standbys) {
        List<String> others(boolean stale) {
            List<String> others = new ArrayList<>();
            if (active != null) {
                others.add(active.host() + ":" + active.port());
            }
            if (stale) {
                standbys.forEach(host -> others.add(host.host() + ":" + host.port()));
            }
            return others;
        }
    }
}
