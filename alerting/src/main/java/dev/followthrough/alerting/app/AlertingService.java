package dev.followthrough.alerting.app;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.query.EscalationRoutes;
import dev.followthrough.alerting.topology.AlertingTopology;
import dev.followthrough.alerting.topology.Ticking;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.query.HttpPeers;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsService;
import dev.followthrough.service.topics.TopicProvisioner;

import org.apache.kafka.common.config.ConfigDef;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Commitments to escalations and messages, as a service. */
public final class AlertingService {
    /** Folder, application id and metrics tag. */
    public static final String NAME = "alerting";

    private AlertingService() {}

    /** Its own settings, beside the common ones. */
    public static ConfigDef settings() {
        return AlertingSettings.define();
    }

    /**
     * Creates its topics where allowed and starts; close it to stop. Alerts that go to no other
     * medium are printed.
     *
     * @throws dev.followthrough.service.config.ConfigException with every mistake of the policy
     */
    public static AutoCloseable start(ServiceConfig config, Host host) {
        return start(config, host, AlertingService::print);
    }

    /**
     * The same.
     *
     * @param terminal takes each alert that goes to no other medium, lines separated by {@code \n};
     *     called by one thread
     */
    public static AutoCloseable start(ServiceConfig config, Host host, Consumer<String> terminal) {
        EscalationPolicy policy = AlertingSettings.policy(config);
        TopicProvisioner.provision(config, topics());
        Ticking ticking =
                new Ticking(
                        host.clock(),
                        Duration.ofMillis(config.longNumber(AlertingSettings.TICK)),
                        config.number(AlertingSettings.TICK_CHUNK));
        AlertingTopology topology =
                new AlertingTopology(policy, config.deployment(), ticking, host.metrics());
        StreamsService streams =
                StreamsService.start(
                        config, host, new StreamsApplication(NAME, NAME, topology::addTo));
        new EscalationRoutes(
                        new StreamsEscalations(
                                streams.streams(),
                                config.deployment().partitions(),
                                config.textOrNull(CommonSettings.APPLICATION_SERVER)),
                        new HttpPeers())
                .routes()
                .forEach(host::route);
        if (!config.flag(AlertingSettings.NOTIFY)) {
            return streams;
        }
        NotifierService notifier = NotifierService.start(config, host, terminal);
        return () -> {
            notifier.close();
            streams.close();
        };
    }

    @SuppressWarnings("SystemOut") // The terminal is where these alerts go.
    private static void print(String alert) {
        System.out.println(alert);
    }

    private static List<Topic<?>> topics() {
        return List.of(
                Topics.COMMITMENT,
                Topics.HANDOFF,
                Topics.ACCOUNT,
                Topics.ESCALATION,
                Topics.MESSAGE,
                Topics.DELIVERY,
                Topics.deadLetter("alerting"));
    }
}
