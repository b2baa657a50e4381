package dev.followthrough.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.alerting.notify.Outlet;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ServiceConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

final class AlertingSettingsTest {
    private static ServiceConfig config(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("bootstrap.servers", "none:1");
        return ServiceConfig.of(AlertingService.settings(), all);
    }

    @Test
    void withoutAFileThePolicyIsTheBundledOne() {
        // When
        EscalationPolicy policy = AlertingSettings.policy(config(Map.of()));

        // Then
        assertThat(policy).isEqualTo(EscalationPolicy.standard());
    }

    @Test
    void settingsOverrideThePolicy() {
        // When
        EscalationPolicy policy =
                AlertingSettings.policy(
                        config(
                                Map.of(
                                        "alerting.settling.ms", "50",
                                        "alerting.interrupt.confidence", "0.6",
                                        "alerting.destination", "slack:C1")));

        // Then
        assertThat(policy.settling()).isEqualTo(Duration.ofMillis(50));
        assertThat(policy.interruptFrom()).isEqualTo(0.6);
        assertThat(policy.routing().otherwise()).isEqualTo("slack:C1");
    }

    @Test
    void everyMistakeOfAPolicyFileIsNamedWithItsPlace(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("policy.yaml");
        Files.writeString(file, "settling: soon\nfresh_for: 3x\n");

        // When / Then
        assertThatThrownBy(
                        () ->
                                AlertingSettings.policy(
                                        config(Map.of("alerting.policy.file", file.toString()))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("policy.yaml:1:")
                .hasMessageContaining("policy.yaml:2:");
    }

    @Test
    void aMissingPolicyFileIsNamed() {
        assertThatThrownBy(
                        () ->
                                AlertingSettings.policy(
                                        config(Map.of("alerting.policy.file", "no.yaml"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no.yaml")
                .hasMessageContaining("must name an existing file");
    }

    @Test
    void withoutATokenEverythingGoesToTheTerminal() {
        // When
        Function<String, Outlet> outlets = NotifierService.outlets(config(Map.of()), alert -> {});

        // Then
        assertThat(outlets.apply("slack:C1").name()).isEqualTo("terminal");
    }

    @Test
    void withATokenOnlyWhatIsAddressedToItGoesToTheTerminal() {
        // When
        Function<String, Outlet> outlets =
                NotifierService.outlets(
                        config(Map.of("alerting.slack.token", "xoxb-test-0123456789")),
                        alert -> {});

        // Then
        assertThat(outlets.apply("slack:C1").name()).isEqualTo("slack");
        assertThat(outlets.apply("terminal:").name()).isEqualTo("terminal");
    }
}
