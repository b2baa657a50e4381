package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeploymentTest {
    @Test
    void thePrefixGoesWithADotBeforeEveryName() {
        // Then
        assertThat(new Deployment("blue", 6).name(Topics.ACTION))
                .isEqualTo("blue.ingest.action.v1");
        assertThat(new Deployment("", 6).name(Topics.ACTION)).isEqualTo("ingest.action.v1");
    }

    @Test
    void whatCannotBePartOfATopicNameIsRefused() {
        // Then
        assertThatThrownBy(() -> new Deployment("Blue.", 6))
                .hasMessage("deployment prefix must be up to 40 of a-z, 0-9 and '-', was 'Blue.'");
        assertThatThrownBy(() -> new Deployment("", 0))
                .hasMessage("partitions must lie in 1…1000, was '0'");
    }
}
