package dev.followthrough.ingest.receiver;

import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.topics.TopicProvisioner;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

import java.util.List;
import java.util.UUID;

/** The receiver as a service. */
public final class ReceiverService {
    static final String SLACK_SIGNING_SECRET = "receiver.slack.signing.secret";

    private ReceiverService() {}

    /** Its own settings, beside the common ones. */
    public static ConfigDef settings() {
        return new ConfigDef()
                .define(
                        SLACK_SIGNING_SECRET,
                        Type.PASSWORD,
                        null,
                        Importance.MEDIUM,
                        "Signing secret of the Slack app whose buttons people click; give it by reference: ${env:NAME} or ${file:PATH:key}. Unset means that clicks "
                                + "are not received.");
    }

    /**
     * Creates the topics of ingest where allowed and adds its routes to the host.
     *
     * @return closes the producer; routes answer 503 afterwards
     */
    public static AutoCloseable start(ServiceConfig config, Host host) {
        TopicProvisioner.provision(config, topics());
        KafkaActions actions = KafkaActions.connect(config);
        String secret = config.secret(SLACK_SIGNING_SECRET);
        SlackSignature slack = secret == null ? null : new SlackSignature(secret);
        new ActionRoutes(
                        actions,
                        host.clock(),
                        () -> new ActionId("api:" + UUID.randomUUID()),
                        host.metrics(),
                        slack)
                .routes()
                .forEach(host::route);
        host.health("receiver", () -> Health.ready("taking actions"));
        return () -> {
            host.forget("receiver");
            actions.close();
        };
    }

    /** All that ingest owns: connectors write to the others, and a Connect worker creates none. */
    private static List<Topic<?>> topics() {
        return Topics.all().stream().filter(topic -> topic.owner().equals("ingest")).toList();
    }
}
