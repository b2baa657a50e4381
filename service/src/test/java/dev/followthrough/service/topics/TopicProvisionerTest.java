package dev.followthrough.service.topics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.StartException;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TopicProvisionerTest {
    @Test
    void aClusterThatDoesNotAnswerIsOneLineThatSaysWhatToCheck() {
        // Given
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of(
                                "bootstrap.servers", "127.0.0.1:1",
                                "kafka.default.api.timeout.ms", "300",
                                "kafka.request.timeout.ms", "200"));

        // Then
        assertThatThrownBy(() -> TopicProvisioner.provision(config, List.of(Topics.ACTION)))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("Kafka at [127.0.0.1:1] cannot be used (")
                .hasMessageEndingWith("check bootstrap.servers and kafka.* security settings")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aBrokerThatCannotBeResolvedIsTheSame() {
        // Given
        ServiceConfig config =
                ServiceConfig.of(new ConfigDef(), Map.of("bootstrap.servers", "broker.invalid:9"));

        // Then
        assertThatThrownBy(() -> TopicProvisioner.provision(config, List.of(Topics.ACTION)))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("Kafka at [broker.invalid:9] cannot be used (")
                .hasMessageNotContaining("\n");
    }
}
