package dev.followthrough.alerting.app;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.topology.AlertingTopology;
import dev.followthrough.alerting.topology.Ticking;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsService;
import dev.followthrough.service.topics.TopicProvisioner;

import org.apache.kafka.common.config.ConfigDef;

import java.time.Duration;
import java.util.List;

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
     * Creates its topics where allowed and starts; close it to stop.
     *
     * @throws dev.followthrough.service.config.ConfigException with every mistake of the policy
     */
    public static AutoCloseable start(ServiceConfig config, Host host) {
        EscalationPolicy policy = AlertingSettings.policy(config);
        TopicProvisioner.provision(config, topics());
        Ticking ticking =
                new Ticking(
                        host.clock(),
                        Duration.ofMillis(config.longNumber(AlertingSettings.TICK)),
                        config.number(AlertingSettings.TICK_CHUNK));
        AlertingTopology topology =
                new AlertingTopology(policy, config.deployment(), ticking, host.metrics());
        return StreamsService.start(
                config, host, new StreamsApplication(NAME, NAME, topology::addTo));
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
