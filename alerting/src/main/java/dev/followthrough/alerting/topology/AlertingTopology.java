package dev.followthrough.alerting.topology;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.contracts.topic.Deployment;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.streams.StreamsBuilder;

/**
 * The whole application: escalations are decided by account, then addressed by destination.
 *
 * @param ticking how both steps look at the clock
 */
public record AlertingTopology(
        EscalationPolicy policy, Deployment deployment, Ticking ticking, MeterRegistry metrics) {
    /** Name of the store that holds the subjects with what stands about them. */
    public static final String SUBJECTS = DecideEscalations.SUBJECTS;

    public void addTo(StreamsBuilder builder) {
        new AddressMessages(policy, deployment, ticking, metrics)
                .addTo(
                        builder,
                        new DecideEscalations(policy, deployment, ticking, metrics).addTo(builder));
    }
}
