package dev.followthrough.extract.topology;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code extract-spread-directory}: the directory to every partition. {@code extract-read}:
 * signals, decisions and the directory to readings, place = conversation.
 */
public final class ExtractTopology {
    private final Deployment deployment;
    private final ReadingTools tools;

    public ExtractTopology(Deployment deployment, ReadingTools tools) {
        this.deployment = deployment;
        this.tools = tools;
    }

    /** Adds both sub-topologies. */
    public void addTo(StreamsBuilder builder) {
        ExtractStores.addTo(builder);
        KStream<String, DirectoryEntry> directory = spreadDirectory(builder);
        List<String> signalTopics = Topics.signals().stream().map(deployment::name).toList();
        KStream<String, Reading> read =
                builder.stream(
                                signalTopics,
                                Consumed.with(Serdes.String(), Serdes.ByteArray())
                                        .withName("extract-signals-source"))
                        .process(
                                () -> new ReadSignals(tools),
                                Named.as("extract-read-signals"),
                                ExtractStores.names());
        KStream<String, Reading> decided =
                builder.stream(
                                deployment.name(Topics.ACTION),
                                Consumed.with(Serdes.String(), Topics.ACTION.values())
                                        .withName("extract-actions-source"))
                        .process(
                                () -> new ReadActions(tools),
                                Named.as("extract-read-actions"),
                                ExtractStores.names());
        KStream<String, Reading> learned =
                directory.process(
                        () -> new LearnDirectory(tools),
                        Named.as("extract-learn-directory"),
                        ExtractStores.names());
        read.merge(decided, Named.as("extract-merge-decided"))
                .merge(learned, Named.as("extract-merge-learned"))
                .to(
                        deployment.name(Topics.READING),
                        Produced.with(Serdes.String(), Topics.READING.values())
                                .withName("extract-readings"));
    }

    private KStream<String, DirectoryEntry> spreadDirectory(StreamsBuilder builder) {
        return builder.stream(
                        deployment.name(Topics.DIRECTORY),
                        Consumed.with(Serdes.String(), Topics.DIRECTORY.values())
                                .withName("extract-directory-source"))
                .repartition(
                        Repartitioned.with(Serdes.String(), Topics.DIRECTORY.values())
                                .withName("extract-spread-directory")
                                .withNumberOfPartitions(tools.partitions())
                                .withStreamPartitioner(new ToAll()));
    }

    /**
     * Every partition needs the whole directory: conversations of any partition may speak of any
     * account.
     */
    private static final class ToAll implements StreamPartitioner<String, DirectoryEntry> {
        @Override
        public Optional<Set<Integer>> partitions(
                String topic, String key, DirectoryEntry value, int numPartitions) {
            return Optional.of(
                    IntStream.range(0, numPartitions)
                            .boxed()
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
