package dev.followthrough.commitments.app;

import dev.followthrough.commitments.topology.CommitmentTopology;
import dev.followthrough.commitments.topology.LedgerListener;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsService;
import dev.followthrough.service.topics.TopicProvisioner;

import org.apache.kafka.common.config.ConfigDef;

/** Readings to the ledger, as a service. */
public final class CommitmentStoreService {
    /** Folder, application id and metrics tag. */
    public static final String NAME = "commitment-store";

    private CommitmentStoreService() {}

    /** The service's own settings: none so far. */
    public static ConfigDef settings() {
        return new ConfigDef();
    }

    /** Creates its topics where allowed and starts; close it to stop. */
    public static StreamsService start(ServiceConfig config, Host host) {
        TopicProvisioner.provision(config, CommitmentTopology.topics());
        return StreamsService.start(
                config, host, application(config.deployment(), (cause, changes) -> {}));
    }

    static StreamsApplication application(Deployment deployment, LedgerListener listener) {
        return new StreamsApplication(
                NAME,
                "commitments",
                builder -> CommitmentTopology.addTo(builder, deployment, listener));
    }
}
