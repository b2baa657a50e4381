package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PubSubAddressTest {
    @Test
    void isAHostAndAPort() {
        // When
        PubSubAddress address = PubSubAddress.of(PubSubConfig.GLOBAL_ADDRESS);

        // Then
        assertThat(address).isEqualTo(new PubSubAddress("api.pubsub.salesforce.com", 7443));
        assertThat(address).hasToString(PubSubConfig.GLOBAL_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.pubsub.salesforce.com",
                "api.pubsub.salesforce.com:",
                "api.pubsub.salesforce.com:0",
                "api.pubsub.salesforce.com:70000",
                "https://api.pubsub.salesforce.com:7443",
                "api.pubsub.salesforce.com:7443/eventbus",
                "user@host:7443",
                "-host:7443",
                "two hosts:7443"
            })
    void whatIsNoneIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> PubSubAddress.FORM.ensureValid("key", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("salesforce.pubsub.address")
                .hasMessageContaining("must be a host and a port, without https://");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.1.2.3, true",
        "localhost, true",
        "127.0.0.1.example.com, false",
        "localhost.example.com, false",
        "10.0.0.1, false",
        "api.pubsub.salesforce.com, false"
    })
    void onlyThisMachineIsSpokenWithInClear(String host, boolean loopback) {
        assertThat(new PubSubAddress(host, 7443).isLoopback()).isEqualTo(loopback);
    }
}
