package dev.followthrough.service.topics;

import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.service.StartException;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.topics.Differences.Standing;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes the declared topics exist as declared, before anything is read or written. Several services
 * may do so at once.
 */
public final class TopicProvisioner {
    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final ServiceConfig config;
    private final Deployment deployment;

    private TopicProvisioner(Admin admin, ServiceConfig config) {
        this.admin = admin;
        this.config = config;
        this.deployment = config.deployment();
    }

    /**
     * Creates what is missing, waits until every partition can be written to, and compares the rest
     * with its declaration.
     *
     * @throws StartException where no broker answers, a topic is missing and may not be created, or
     *     one contradicts its declaration
     */
    public static void provision(ServiceConfig config, Collection<? extends Topic<?>> topics) {
        try (Admin admin = Admin.create(config.clientProperties("provisioner"))) {
            new TopicProvisioner(admin, config).provision(topics);
        } catch (org.apache.kafka.common.KafkaException e) {
            throw unreachable(config, e);
        }
    }

    private void provision(Collection<? extends Topic<?>> topics) {
        Map<String, Topic<?>> wanted = new HashMap<>();
        topics.forEach(topic -> wanted.put(deployment.name(topic), topic));
        Set<String> existing = get(admin.listTopics().names());
        List<NewTopic> missing = new ArrayList<>();
        wanted.forEach(
                (name, topic) -> {
                    if (!existing.contains(name)) {
                        missing.add(creation(name, topic));
                    }
                });
        create(missing);
        Map<String, TopicDescription> found = awaitKnown(wanted.keySet());
        refuseContradictions(wanted, found);
        awaitWritable(found);
    }

    private NewTopic creation(String name, Topic<?> topic) {
        short replication = (short) config.number(CommonSettings.TOPICS_REPLICATION);
        Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of(replication);
        return new NewTopic(name, Optional.of(deployment.partitions()), copies)
                .configs(topic.config());
    }

    private void create(List<NewTopic> missing) {
        if (missing.isEmpty()) {
            return;
        }
        if (!config.flag(CommonSettings.TOPICS_CREATE)) {
            throw new StartException(
                    "topics are missing and "
                            + CommonSettings.TOPICS_CREATE
                            + " is false: "
                            + missing.stream().map(NewTopic::name).sorted().toList());
        }
        Map<String, KafkaFuture<Void>> results = admin.createTopics(missing).values();
        for (Map.Entry<String, KafkaFuture<Void>> result : results.entrySet()) {
            try {
                get(result.getValue());
                LOG.atInfo().addKeyValue("topic", result.getKey()).log("topic created");
            } catch (TopicExistsException e) {
                LOG.atDebug()
                        .addKeyValue("topic", result.getKey())
                        .log("topic created by another service meanwhile");
            }
        }
    }

    private Map<String, TopicDescription> awaitKnown(Set<String> names) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return get(admin.describeTopics(names).allTopicNames());
            } catch (org.apache.kafka.common.errors.UnknownTopicOrPartitionException e) {
                pause(deadline, "brokers do not know the topics just created");
            }
        }
    }

    private void refuseContradictions(
            Map<String, Topic<?>> wanted, Map<String, TopicDescription> found) {
        List<ConfigResource> resources =
                found.keySet().stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Map<String, Standing> standing = new HashMap<>();
        get(admin.describeConfigs(resources).all())
                .forEach(
                        (resource, actual) ->
                                standing.put(
                                        resource.name(),
                                        standing(found.get(resource.name()), actual)));
        Differences differences = Differences.of(wanted, standing, deployment.partitions());
        differences
                .warnings()
                .forEach(
                        difference ->
                                LOG.atWarn()
                                        .addKeyValue("difference", difference)
                                        .log("topic setting differs from its declaration"));
        differences.refuse();
    }

    private static Standing standing(@Nullable TopicDescription description, Config actual) {
        Map<String, String> settings = new HashMap<>();
        actual.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        return new Standing(description == null ? 0 : description.partitions().size(), settings);
    }

    /**
     * A producer that sends before its partition is up can lose its first batch in silence
     * (KAFKA-15591): so ask every leader first.
     */
    private void awaitWritable(Map<String, TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        topics.forEach(
                (name, description) ->
                        description
                                .partitions()
                                .forEach(
                                        partition ->
                                                latest.put(
                                                        new TopicPartition(
                                                                name, partition.partition()),
                                                        OffsetSpec.latest())));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                get(admin.listOffsets(latest).all());
                return;
            } catch (org.apache.kafka.common.errors.RetriableException e) {
                pause(deadline, "partitions of the topics have no leader yet");
            }
        }
    }

    private static void pause(long deadline, String what) {
        if (System.nanoTime() > deadline) {
            throw new StartException(
                    what + " after " + PATIENCE.toSeconds() + " s: look at the brokers");
        }
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while waiting for topics", e);
        }
    }

    private <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw unreachable(config, e);
            }
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw unreachable(config, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while creating topics", e);
        }
    }

    private static StartException unreachable(ServiceConfig config, Exception cause) {
        return new StartException(
                "Kafka at "
                        + config.list(CommonSettings.BOOTSTRAP_SERVERS)
                        + " cannot be used ("
                        + cause.getClass().getSimpleName()
                        + ": "
                        + firstLine(cause)
                        + "); check "
                        + CommonSettings.BOOTSTRAP_SERVERS
                        + " and kafka.* security settings",
                cause);
    }

    private static String firstLine(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
