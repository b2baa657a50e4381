package dev.followthrough.benchmarks;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackMessages;
import dev.followthrough.ingest.slack.SlackTeam;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;
import dev.followthrough.standalone.app.Part;
import dev.followthrough.standalone.broker.EmbeddedBroker;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Signed Slack events to the receiver on the embedded broker, each acknowledged by all replicas
 * before it is answered, beside the web server alone and beside a producer that writes the same
 * records and waits for each as well: {@code ReceiverLoad [requests [callers]]}. Prints a table in
 * Markdown.
 */
public final class ReceiverLoad {
    private static final String EVENTS = "/slack/events";
    private static final String BARE = "/bare";
    private static final String SECRET = "followthrough-benchmark-secret";
    private static final long FIRST = 1_772_463_000;

    private ReceiverLoad() {}

    @SuppressWarnings("try") // The receiver only runs, and is closed behind the web server.
    public static void main(String[] args) throws Exception {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int callers = args.length > 1 ? Integer.parseInt(args[1]) : 32;
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Files.createTempDirectory("followthrough-receiver-"))) {
            ServiceConfig config = config(broker.bootstrapServers());
            Host host = new Host(Clock.systemUTC(), (service, cause) -> {});
            host.router().add(Route.post(BARE, request -> Response.empty(200)).open());
            try (AutoCloseable receiver = Part.RECEIVER.start(config, host);
                    HttpServer http = HttpServer.start(config, host.router())) {
                measure(config, http.port(), requests, callers);
            }
        }
        System.exit(0);
    }

    private static ServiceConfig config(String brokers) {
        return ServiceConfig.of(
                Part.RECEIVER.settings(),
                Map.of(
                        "bootstrap.servers", brokers,
                        "http.port", "0",
                        "topics.partitions", "4",
                        "topics.replication.factor", "1",
                        "receiver.slack.signing.secret", SECRET,
                        "receiver.requests.in.flight", "10000",
                        "receiver.requests.per.second", "1000000"));
    }

    private static void measure(ServiceConfig config, int port, int requests, int callers)
            throws Exception {
        try (SlackCaller slack = new SlackCaller(port, EVENTS, SECRET, Instant.now());
                SlackCaller web = new SlackCaller(port, BARE, SECRET, Instant.now());
                KafkaProducer<String, byte[]> producer = producer(config)) {
            run(requests / 4, callers, i -> slack.send(event(i)));
            run(requests / 4, callers, i -> web.send(event(i)));
            run(requests / 4, callers, i -> produce(producer, record(config, i)));
            double received = run(requests, callers, i -> slack.send(event(requests + i)));
            double bare = run(requests, callers, i -> web.send(event(requests + i)));
            double waiting =
                    run(requests, callers, i -> produce(producer, record(config, requests + i)));
            double all =
                    run(
                            requests,
                            1,
                            i -> {
                                var unused = producer.send(record(config, 2 * requests + i));
                                if (i == requests - 1) {
                                    producer.flush();
                                }
                            });
            System.out.printf(
                    Locale.ROOT,
                    "%,d requests of %d callers at a time (after %,d to warm up), 4 partitions, acks=all%n%n",
                    requests,
                    callers,
                    requests / 4);
            System.out.println("| | a second | ratio |\n|---|---|---|");
            row("receiver: signed Slack events answered", received, received);
            row("the same requests, signed too, answered at once", bare, received);
            row("plain produce, each waited for by as many threads", waiting, received);
            row("plain produce, waited for at the end", all, received);
        }
    }

    private static void row(String what, double rate, double received) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f | %.2f |%n", what, rate, rate / received);
    }

    /** How many a second. */
    private static double run(int count, int threads, IntConsumer one) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Thread[] running = new Thread[threads];
        long begun = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            running[i] =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int n = next.getAndIncrement();
                                                n < count;
                                                n = next.getAndIncrement()) {
                                            one.accept(n);
                                        }
                                    });
        }
        for (Thread thread : running) {
            thread.join();
        }
        return count * 1e9 / (System.nanoTime() - begun);
    }

    private static String message(int number) {
        return "{\"type\":\"message\",\"channel\":\"C"
                + number % 50
                + "\",\"channel_type\":\"channel\",\"user\":\"U"
                + number % 20
                + "\",\"team\":\"T1\",\"ts\":\""
                + (FIRST + number)
                + ".000100\",\"text\":\"I will send you the signed order form by Friday, and Ana looks at the export.\"}";
    }

    private static byte[] event(int number) {
        return ("{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev"
                        + number
                        + "\",\"event\":"
                        + message(number)
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> record(ServiceConfig config, int number) {
        SlackTeam team = SlackTeam.of("T1", List.of(), List.of());
        String id = "C" + number % 50;
        Signal signal =
                ((Mapped.Said)
                                new SlackMessages(team)
                                        .map(
                                                SlackCaller.json(message(number)),
                                                new SlackChannel(id, id, false, List.of()))
                                        .get(0))
                        .signal();
        return new ProducerRecord<>(
                config.deployment().name(Topics.signal(signal.source())),
                Keys.signal(signal).toString(),
                Json.bytes(signal));
    }

    private static void produce(
            KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer(ServiceConfig config) {
        Map<String, Object> properties = config.clientProperties("bench-producer");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, Placement.class);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
