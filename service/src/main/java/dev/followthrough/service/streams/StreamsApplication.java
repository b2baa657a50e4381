package dev.followthrough.service.streams;

import org.apache.kafka.streams.StreamsBuilder;

import java.util.function.Consumer;

/**
 * What a Kafka Streams application is: the same for a running service and for a test of its
 * topology.
 *
 * @param name application id without the deployment's prefix; the module's folder name: {@code
 *     extractor-stream}
 * @param owner first segment of its topics and of its dead letters: {@code extract}
 * @param wire adds every sub-topology to the builder
 */
public record StreamsApplication(String name, String owner, Consumer<StreamsBuilder> wire) {}
