package dev.followthrough.commitments.app;

import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.commitments.query.StoreRoutes;
import dev.followthrough.commitments.topology.CommitmentTopology;
import dev.followthrough.commitments.topology.LedgerListener;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.query.HttpPeers;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsService;
import dev.followthrough.service.topics.TopicProvisioner;

import org.apache.kafka.common.config.ConfigDef;

/** Readings to the ledger, and queries of it, as a service. */
public final class CommitmentStoreService implements AutoCloseable {
    /** Folder, application id and metrics tag. */
    public static final String NAME = "commitment-store";

    /** How often open commitments are counted by condition. */
    public static final String CONDITIONS_INTERVAL = "commitments.conditions.interval.ms";

    /** How sure a promise must be to enter the ledger. */
    public static final String ENTERS_FROM = "commitments.least.confidence";

    private static final long LEAST_INTERVAL = 1_000;
    private static final long DEFAULT_INTERVAL = 60_000;

    private final StreamsService streams;
    private final ConditionGauges gauges;

    private CommitmentStoreService(StreamsService streams, ConditionGauges gauges) {
        this.streams = streams;
        this.gauges = gauges;
    }

    /** The service's own settings, beside the common ones. */
    public static ConfigDef settings() {
        return new ConfigDef()
                .define(
                        CONDITIONS_INTERVAL,
                        ConfigDef.Type.LONG,
                        DEFAULT_INTERVAL,
                        ConfigDef.Range.atLeast(LEAST_INTERVAL),
                        ConfigDef.Importance.LOW,
                        "Milliseconds between two counts of open commitments by condition for the metrics. A count reads one small row for each open commitment; "
                                + "raise it where there are millions.")
                .define(
                        ENTERS_FROM,
                        ConfigDef.Type.DOUBLE,
                        LedgerPolicy.STANDARD.entersFrom(),
                        ConfigDef.Range.between(0, 1),
                        ConfigDef.Importance.MEDIUM,
                        "Confidence, 0 to 1, from which what was said opens, moves or closes a commitment. Raise it where false entries cost more than missed ones. A report that something is done needs three fifths of it, since it must fit a promise. What a person "
                                + "decided about enters whatever its confidence. A change goes over all readings again, in the background; texts are not read again.");
    }

    /** Creates its topics where allowed, starts and adds its routes; close it to stop. */
    public static CommitmentStoreService start(ServiceConfig config, Host host) {
        TopicProvisioner.provision(config, CommitmentTopology.topics());
        Deployment deployment = config.deployment();
        LedgerMetrics metrics = new LedgerMetrics(host.metrics(), host.clock());
        StreamsService streams =
                StreamsService.start(
                        config, host, application(deployment, policy(config), metrics));
        StreamsLedgers ledgers =
                new StreamsLedgers(
                        streams.streams(),
                        deployment.partitions(),
                        config.textOrNull(CommonSettings.APPLICATION_SERVER));
        new StoreRoutes(ledgers, new HttpPeers()).routes().forEach(host::route);
        return new CommitmentStoreService(
                streams,
                ConditionGauges.start(
                        ledgers, host.metrics(), host.clock(), config.millis(CONDITIONS_INTERVAL)));
    }

    /** What the settings decide about the ledger; scans count by it too. */
    public static LedgerPolicy policy(ServiceConfig config) {
        return new LedgerPolicy(config.decimal(ENTERS_FROM));
    }

    static StreamsApplication application(
            Deployment deployment, LedgerPolicy policy, LedgerListener listener) {
        return new StreamsApplication(
                NAME,
                "commitments",
                builder -> CommitmentTopology.addTo(builder, deployment, policy, listener));
    }

    @Override
    public void close() {
        gauges.close();
        streams.close();
    }
}
