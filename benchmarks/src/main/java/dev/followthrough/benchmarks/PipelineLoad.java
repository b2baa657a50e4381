package dev.followthrough.benchmarks;

import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.streams.StreamsService;
import dev.followthrough.standalone.app.DataFolder;
import dev.followthrough.standalone.app.Embedded;
import dev.followthrough.standalone.app.Sample;
import dev.followthrough.standalone.app.UpSettings;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The whole pipeline on the embedded broker beside two hops that pass records through, in one run
 * and one JVM: {@code PipelineLoad [signals [rate [seconds]]]}. Prints a table in Markdown.
 */
public final class PipelineLoad {
    private PipelineLoad() {}

    public static void main(String[] args) throws Exception {
        int signals = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int rate = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        Run.Size size = new Run.Size(signals / 4, signals, rate, seconds);
        DataFolder data = DataFolder.open(Files.createTempDirectory("followthrough-load-"));
        Clock clock =
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Sample.AS_OF));
        Host host = new Host(clock, (service, cause) -> fail(cause));
        UpSettings settings = new UpSettings(data, List.of(), 0, Map.of(), null, null);
        try (Embedded embedded = new Embedded(settings, host, line -> System.err.println(line))) {
            embedded.start(config -> () -> {});
            measure(embedded.config(), host, size);
        }
        System.exit(0);
    }

    private static void measure(ServiceConfig config, Host host, Run.Size size) throws Exception {
        Deployment deployment = config.deployment();
        Deal deal = Deal.read();
        int signals = size.warmUp() + size.signals();
        Load load = new Load(deal, Math.ceilDiv(signals, deal.signals().size()));
        try (KafkaProducer<String, byte[]> producer = producer(config)) {
            load.sendDirectory(producer, deployment);
            Run pipeline;
            try (Watch commitments = new Watch(config, deployment.name(Topics.COMMITMENT))) {
                pipeline = Run.of("all", load, producer, deployment, commitments, size);
            }
            long memory = peakResidentKib();
            createOutput(config, deployment);
            Run pass;
            try (StreamsService passing =
                            StreamsService.start(config, host, Pass.application(deployment));
                    Watch passed = new Watch(config, deployment.name(Pass.OUT))) {
                passing.awaitRunning(Duration.ofMinutes(2));
                pass = Run.of("pass", load, producer, deployment, passed, size);
            }
            print(size, pipeline, pass, memory);
        }
    }

    private static KafkaProducer<String, byte[]> producer(ServiceConfig config) {
        Map<String, Object> properties = config.clientProperties("bench-producer");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private static void createOutput(ServiceConfig config, Deployment deployment) throws Exception {
        try (Admin admin = Admin.create(config.clientProperties("bench-admin"))) {
            NewTopic topic =
                    new NewTopic(
                            deployment.name(Pass.OUT),
                            Optional.of(deployment.partitions()),
                            Optional.of((short) 1));
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static void fail(Throwable cause) {
        System.err.println("a service gave up: " + cause);
        Runtime.getRuntime().halt(1);
    }

    /** Of the process, with broker, off-heap caches and all; -1 where the system does not say. */
    static long peakResidentKib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(-1);
    }

    private static void print(Run.Size size, Run pipeline, Run pass, long memory) {
        System.out.printf(
                Locale.ROOT,
                "%,d signals as fast as they go (after %,d to warm up), then %d promises/s for %d s; 4 partitions%n%n",
                size.signals(),
                size.warmUp(),
                size.rate(),
                size.seconds());
        System.out.println("| | pipeline | two hops passing through | ratio |");
        System.out.println("|---|---|---|---|");
        row("signals/s", pipeline.signalsPerSecond(), pass.signalsPerSecond());
        row("p50 signal → output, ms", pipeline.quantile(0.5), pass.quantile(0.5));
        row("p99 signal → output, ms", pipeline.quantile(0.99), pass.quantile(0.99));
        System.out.printf(
                Locale.ROOT,
                "%nPeak resident memory of the one process after the pipeline's part: %,d MiB%n",
                memory / 1024);
    }

    private static void row(String what, double pipeline, double pass) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.2f |%n",
                what,
                pipeline,
                pass,
                pipeline / pass);
    }
}
