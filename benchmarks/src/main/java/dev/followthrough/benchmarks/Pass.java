package dev.followthrough.benchmarks;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.streams.StreamsApplication;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

import java.util.ArrayList;
import java.util.List;

/**
 * The least that two exactly-once hops can cost: signals are read, parsed, written to a second
 * topic, read and parsed there again and written once more. Same records, serdes and guarantees as
 * the pipeline, and nothing in between.
 */
final class Pass {
    /** Its output, beside the topics of the contracts. */
    static final String OUT = "benchmark.passed.v1";

    private Pass() {}

    static StreamsApplication application(Deployment deployment) {
        return new StreamsApplication(
                "benchmark-pass", "extract", builder -> wire(builder, deployment));
    }

    private static void wire(StreamsBuilder builder, Deployment deployment) {
        Serde<Signal> signals = Topics.signal(Source.EMAIL).values();
        List<String> topics = new ArrayList<>();
        for (Source source : Source.values()) {
            topics.add(deployment.name(Topics.signal(source)));
        }
        builder.stream(topics, Consumed.with(Serdes.String(), signals).withName("pass-signals"))
                .repartition(
                        Repartitioned.<String, Signal>as("pass-second-hop")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(signals)
                                .withNumberOfPartitions(deployment.partitions()))
                .filter((key, signal) -> !signal.deleted(), Named.as("pass-living"))
                .to(
                        deployment.name(OUT),
                        Produced.with(Serdes.String(), signals).withName("pass-passed"));
    }
}
