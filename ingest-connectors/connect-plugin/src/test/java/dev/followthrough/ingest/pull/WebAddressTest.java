package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.pull.hubspot.HubSpotSourceConfig;
import dev.followthrough.ingest.pull.salesforce.SalesforceSourceConfig;
import dev.followthrough.ingest.pull.zoom.ZoomSourceConfig;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class WebAddressTest {
    private final WebAddress rule = new WebAddress();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.hubapi.com",
                "http://a b",
                "https://",
                "https://api.example/path",
                "https://api.example?x=1",
                "https://me:word@api.example",
                "https://a_b.example",
                "ftp://api.example",
                "https://api.example:port",
                ""
            })
    void whatCannotBeCalledIsRefusedInWords(String address) {
        // Then
        assertThatThrownBy(() -> rule.ensureValid("hubspot.url", address))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("hubspot.url")
                .hasMessageContaining("must be https:// and a host, without a path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.hubapi.com",
                "https://api.hubapi.com/",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "https://acme--full.sandbox.my.salesforce.com"
            })
    void schemeAndHostAreAnAddress(String address) {
        // Then
        assertThatCode(() -> rule.ensureValid("hubspot.url", address)).doesNotThrowAnyException();
    }

    @Test
    void allAddressesOfApisAreLookedAt() {
        // Then
        assertThat(
                        List.of(
                                HubSpotSourceConfig.DEF.configKeys().get("hubspot.url"),
                                SalesforceSourceConfig.DEF.configKeys().get("salesforce.login.url"),
                                ZoomSourceConfig.DEF.configKeys().get("zoom.url"),
                                ZoomSourceConfig.DEF.configKeys().get("zoom.login.url")))
                .allSatisfy(key -> assertThat(key.validator).isInstanceOf(WebAddress.class));
    }
}
