package dev.followthrough.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Nothing listens beyond loopback without authentication. */
class LoopbackTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.9.1", "::1", "[::1]"})
    void anAddressOfThisMachineAloneIsLoopback(String host) {
        // Then
        assertThat(Loopback.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "[::]",
                "10.0.0.1",
                "127.0.0.1.example.invalid",
                "1270.0.0.1",
                "128.0.0.1",
                "127.0.0.999"
            })
    void anyOtherIsNot(String host) {
        // Then
        assertThat(Loopback.is(host)).isFalse();
    }

    @Test
    void anotherAddressNeedsAToken() {
        // Given
        Map<String, String> open = Map.of("bootstrap.servers", "a:1", "http.host", "0.0.0.0");

        // Then
        assertThatThrownBy(() -> ServiceConfig.of(new ConfigDef(), open))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "http.host must be a loopback address unless http.token is set, was '0.0.0.0'");
    }

    @Test
    void withATokenAnyAddressWill() {
        // When
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of(
                                "bootstrap.servers", "a:1",
                                "http.host", "0.0.0.0",
                                "http.token", "0123456789abcdef"));

        // Then
        assertThat(config.text("http.host")).isEqualTo("0.0.0.0");
    }
}
