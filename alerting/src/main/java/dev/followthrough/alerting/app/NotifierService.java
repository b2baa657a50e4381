package dev.followthrough.alerting.app;

import dev.followthrough.alerting.notify.KafkaDeliveries;
import dev.followthrough.alerting.notify.Notifier;
import dev.followthrough.alerting.notify.NotifierLoop;
import dev.followthrough.alerting.notify.Outlet;
import dev.followthrough.alerting.notify.SlackOutlet;
import dev.followthrough.alerting.notify.TerminalOutlet;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The notifier on a thread of its own, with its Kafka clients. */
final class NotifierService implements AutoCloseable {
    static final String NAME = "alerting-notifier";
    private static final Logger LOG = LoggerFactory.getLogger(NotifierService.class);
    private static final int MOST_FAILURES = 5;
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final Duration SLACK_GAP = Duration.ofSeconds(1);

    private final Host host;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final NotifierLoop loop;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean dead;

    private NotifierService(ServiceConfig config, Host host, Consumer<String> terminal) {
        this.host = host;
        this.consumer = consumer(config);
        this.producer = producer(config);
        String deliveries = config.deployment().name(Topics.DELIVERY);
        // What stands in the world outside has the world's time, wherever this deployment's clock
        // stands.
        InstantSource real = InstantSource.system();
        Notifier notifier =
                new Notifier(
                        config.deployment().prefix(),
                        outlets(config, terminal),
                        new KafkaDeliveries(producer, deliveries),
                        real,
                        host.metrics());
        this.loop =
                new NotifierLoop(
                        consumer,
                        config.deployment().name(Topics.MESSAGE),
                        deliveries,
                        notifier,
                        real);
        this.thread = Thread.ofPlatform().name(NAME).unstarted(this::run);
    }

    /**
     * @param terminal takes each alert that goes to no other medium
     */
    static NotifierService start(ServiceConfig config, Host host, Consumer<String> terminal) {
        NotifierService service = new NotifierService(config, host, terminal);
        host.health(NAME, service::health);
        service.thread.start();
        return service;
    }

    /** Without a token every destination is the terminal. */
    static Function<String, Outlet> outlets(ServiceConfig config, Consumer<String> terminal) {
        Outlet printed = new TerminalOutlet(terminal);
        String token = config.secret(AlertingSettings.SLACK_TOKEN);
        if (token == null) {
            return destination -> printed;
        }
        String endpoint = config.text(AlertingSettings.SLACK_ENDPOINT);
        Outlet slack = new SlackOutlet(SlackClients.client(token, endpoint), SLACK_GAP);
        return destination -> destination.startsWith("slack:") ? slack : printed;
    }

    private void run() {
        int failures = 0;
        boolean running = true;
        while (running) {
            try {
                loop.subscribe();
                while (stop.getCount() > 0) {
                    loop.turn();
                    failures = loop.isCaughtUp() ? 0 : failures;
                }
                running = false;
            } catch (WakeupException e) {
                running = stop.getCount() > 0;
            } catch (RuntimeException e) {
                failures++;
                running = mayGoOn(e, failures);
            }
        }
        consumer.close(CloseOptions.timeout(CLOSE));
        producer.close(CLOSE);
    }

    /**
     * Whatever happened, the topics say what stands: leave the group, join again, read them anew.
     */
    private boolean mayGoOn(RuntimeException cause, int failures) {
        LOG.atError()
                .setCause(cause)
                .addKeyValue("failures", failures)
                .log("notifier failed; begins again from the topics");
        if (failures >= MOST_FAILURES) {
            dead = true;
            host.failed(NAME, cause);
            return false;
        }
        try {
            consumer.unsubscribe();
            return !stop.await(1L << failures, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Health health() {
        if (dead) {
            return Health.dead("the notifier gave up");
        }
        return loop.isCaughtUp()
                ? Health.ready("messages are reconciled")
                : Health.notReady("reading what stands");
    }

    @Override
    public void close() {
        host.forget(NAME);
        stop.countDown();
        consumer.wakeup();
        try {
            thread.join(CLOSE.plus(CLOSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(ServiceConfig config) {
        Map<String, @Nullable Object> properties = clients(config);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, config.deployment().name(NAME));
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Gives the partitions of one number of both topics to one member, since both have as many.
        properties.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<String, byte[]> producer(ServiceConfig config) {
        Map<String, @Nullable Object> properties = clients(config);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        properties.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, Placement.class);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, @Nullable Object> clients(ServiceConfig config) {
        return new java.util.HashMap<>(config.clientProperties(NAME));
    }
}
