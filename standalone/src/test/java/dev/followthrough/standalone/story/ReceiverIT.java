package dev.followthrough.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.service.topics.TopicProvisioner;
import dev.followthrough.standalone.app.Part;
import dev.followthrough.standalone.broker.EmbeddedBroker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A tool sends events while the broker goes away and comes back. */
class ReceiverIT {
    private static final Instant NOW = Instant.parse("2026-03-11T16:00:00Z");
    private static final String TOKEN = "a-token-of-a-product-0123456789";

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    /** The receiver as a process would run it. */
    private static final class Running implements AutoCloseable {
        final ServiceConfig config;
        private final AutoCloseable receiver;
        private final HttpServer http;

        Running(EmbeddedBroker broker) {
            config =
                    ServiceConfig.of(
                            Part.RECEIVER.settings(),
                            Map.of(
                                    "bootstrap.servers", broker.bootstrapServers(),
                                    "http.port", "0",
                                    "topics.partitions", "2",
                                    "topics.replication.factor", "1",
                                    "receiver.events.product.secret", TOKEN,
                                    "receiver.events.product.check", "token"));
            TopicProvisioner.provision(config, Topics.all()); // the reader looks at all of them
            Host host = new Host(InstantSource.fixed(NOW), (service, cause) -> {});
            receiver = Part.RECEIVER.start(config, host);
            http = HttpServer.start(config, host.router());
        }

        @Override
        public void close() throws IOException {
            http.close();
            try {
                receiver.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    private int send(Running running, int number) throws Exception {
        String event =
                "{\"id\":"
                        + number
                        + ",\"created_at\":\"2026-03-11T15:00:00Z\",\"text\":\"We will ship number "
                        + number
                        + " by Friday.\"}";
        return client.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + running.http.port()
                                                        + "/v1/events/product"))
                                .header("Authorization", "Bearer " + TOKEN)
                                .POST(BodyPublishers.ofString(event))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whatWasAnsweredIsStoredAndWhatWasNotIsAskedForAgain() throws Exception {
        // Given
        Set<Integer> answered = new TreeSet<>();
        List<Integer> refused = new ArrayList<>();
        EmbeddedBroker broker = EmbeddedBroker.start(folder);
        Running running = new Running(broker);
        for (int i = 0; i < 20; i++) {
            assertThat(send(running, i)).isEqualTo(202);
            answered.add(i);
        }

        // When: the broker is gone, then all is started again and what was refused comes again
        broker.close();
        for (int i = 20; i < 22; i++) {
            assertThat(send(running, i)).isEqualTo(503);
            refused.add(i);
        }
        running.close();
        try (EmbeddedBroker again = EmbeddedBroker.start(folder);
                Running restarted = new Running(again);
                TopicReader topics = new TopicReader(restarted.config)) {
            for (int number : refused) {
                assertThat(send(restarted, number)).isEqualTo(202);
                assertThat(send(restarted, number)).as("once more").isEqualTo(202);
                answered.add(number);
            }

            // Then
            topics.catchUp();
            assertThat(topics.table(Topics.signal(Source.EVENT)).values())
                    .extracting(json -> Json.read(json, Signal.class).id().value())
                    .containsExactlyInAnyOrderElementsOf(
                            answered.stream().map(number -> "event:product/" + number).toList());
        }
    }
}
