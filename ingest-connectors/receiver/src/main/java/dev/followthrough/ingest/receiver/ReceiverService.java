package dev.followthrough.ingest.receiver;

import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.ingest.receiver.door.KafkaRecords;
import dev.followthrough.ingest.receiver.door.Outgoing;
import dev.followthrough.ingest.receiver.door.RecordSink;
import dev.followthrough.ingest.receiver.event.EventReceiver;
import dev.followthrough.ingest.receiver.hubspot.HubSpotReceiver;
import dev.followthrough.ingest.receiver.slack.SlackReceiver;
import dev.followthrough.ingest.receiver.slack.SlackSignature;
import dev.followthrough.ingest.receiver.support.SupportReceiver;
import dev.followthrough.ingest.receiver.zoom.ZoomReceiver;
import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.topics.TopicProvisioner;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** The receiver as a service. */
public final class ReceiverService {
    static final String IN_FLIGHT = "receiver.requests.in.flight";
    static final String PER_SECOND = "receiver.requests.per.second";

    private ReceiverService() {}

    /** Its own settings, beside the common ones. */
    public static ConfigDef settings() {
        ConfigDef def =
                new ConfigDef()
                        .define(
                                IN_FLIGHT,
                                Type.INT,
                                256,
                                Range.between(1, 100_000),
                                Importance.LOW,
                                "Requests worked on at a time, of all webhooks, clicks and actions together; further ones are answered by 429 and sent again. Each may wait 2.5 seconds "
                                        + "for Kafka.")
                        .define(
                                PER_SECOND,
                                Type.INT,
                                500,
                                Range.between(1, 1_000_000),
                                Importance.LOW,
                                "Requests a second of each source, of clicks and of actions; further ones are answered by 429 and sent again. Counted after the signature or token, so that a flood of "
                                        + "forged ones locks no true sender out.");
        SlackReceiver.define(def);
        HubSpotReceiver.define(def);
        ZoomReceiver.define(def);
        SupportReceiver.define(def);
        EventReceiver.define(def);
        return def;
    }

    /**
     * Creates the topics of ingest where allowed and adds its routes to the host.
     *
     * @return closes the producer; routes answer 503 afterwards
     */
    public static AutoCloseable start(ServiceConfig config, Host host) {
        HubSpotReceiver.check(config);
        EventReceiver.check(config);
        TopicProvisioner.provision(config, topics());
        KafkaRecords records = KafkaRecords.connect(config);
        Deque<AutoCloseable> running = new ArrayDeque<>(List.of(records));
        try {
            routes(config, host, records, running);
        } catch (RuntimeException e) {
            close(running);
            throw e;
        }
        host.health("receiver", () -> Health.ready("taking in"));
        return () -> {
            host.forget("receiver");
            close(running);
        };
    }

    /**
     * Adds the routes of everything that is configured.
     *
     * @param sink where records are kept; Kafka, but for tests
     * @param running gets what must be closed, in reverse order
     */
    static void routes(
            ServiceConfig config, Host host, RecordSink sink, Deque<AutoCloseable> running) {
        String secret = config.secret(SlackReceiver.SIGNING_SECRET);
        Endpoints endpoints =
                new Endpoints(
                        sink,
                        host.clock(),
                        host.metrics(),
                        config.number(IN_FLIGHT),
                        config.number(PER_SECOND));
        new ActionRoutes(
                        action -> sink.store(List.of(Outgoing.action(action))),
                        endpoints,
                        () -> new ActionId("api:" + UUID.randomUUID()),
                        host.metrics(),
                        secret == null ? null : new SlackSignature(secret))
                .routes()
                .forEach(host::route);
        running.push(SlackReceiver.start(config, host, endpoints));
        running.push(HubSpotReceiver.start(config, host, endpoints));
        running.push(ZoomReceiver.start(config, host, endpoints));
        SupportReceiver.start(config, host, endpoints);
        EventReceiver.start(config, host, endpoints);
    }

    private static void close(Deque<AutoCloseable> running) {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                // One that does not close must not keep the next open.
                org.slf4j.LoggerFactory.getLogger(ReceiverService.class)
                        .atWarn()
                        .setCause(e)
                        .log("not closed");
            }
        }
    }

    /** All that ingest owns: connectors write to the others, and a Connect worker creates none. */
    private static List<Topic<?>> topics() {
        return Topics.all().stream().filter(topic -> topic.owner().equals("ingest")).toList();
    }
}
