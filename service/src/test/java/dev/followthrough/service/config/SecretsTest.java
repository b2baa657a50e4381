package dev.followthrough.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class SecretsTest {
    private static final String SECRET = "0123456789-horse-battery";

    @TempDir Path folder;
    private String inFile = "";

    @BeforeEach
    void keep() throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "token=" + SECRET + "\nshort=abc");
        Files.writeString(folder.resolve("token"), SECRET);
        inFile = "${file:" + folder.resolve("secrets.properties") + ":";
    }

    private static ServiceConfig load(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("bootstrap.servers", "a:1");
        return ServiceConfig.of(new ConfigDef(), values);
    }

    private static ConfigException refused(Map<String, String> more) {
        return catchThrowableOfType(ConfigException.class, () -> load(more));
    }

    @Test
    void aSecretMayStandInAFile() {
        // When
        ServiceConfig config = load(Map.of("http.token", inFile + "token}"));

        // Then
        assertThat(config.secret("http.token")).isEqualTo(SECRET);
        assertThat(config.text("http.token")).as("printed by mistake").isEqualTo("[hidden]");
    }

    @Test
    void aSecretMayBeAFileOfItsOwn() {
        // When
        ServiceConfig config = load(Map.of("http.token", "${dir:" + folder + ":token}"));

        // Then
        assertThat(config.secret("http.token")).isEqualTo(SECRET);
    }

    @Test
    void aReferenceMayBePartOfAValueOfAnotherClient() {
        // When
        ServiceConfig config =
                load(
                        Map.of(
                                "kafka.sasl.jaas.config",
                                "Module required password=\"" + inFile + "token}\";"));

        // Then
        assertThat(config.clientProperties("x"))
                .containsEntry("sasl.jaas.config", "Module required password=\"" + SECRET + "\";");
    }

    @Test
    void aReferenceMayNameAVariable() {
        // Given
        Map.Entry<String, String> variable =
                System.getenv().entrySet().stream()
                        .filter(entry -> entry.getValue().length() >= 4)
                        .filter(entry -> entry.getValue().matches("[\\w/:.-]+"))
                        .findFirst()
                        .orElseThrow();

        // When
        ServiceConfig config = load(Map.of("state.dir", "${env:" + variable.getKey() + "}"));

        // Then
        assertThat(config.text("state.dir")).isEqualTo(variable.getValue());
    }

    @ParameterizedTest
    @CsvSource({
        "${env:NO_SUCH_VARIABLE_HERE}",
        "${file:/no/such/file:key}",
        "${vault:a:b}",
        "${dir:/no/such/folder:file}"
    })
    void aReferenceThatLeadsNowhereIsAFault(String reference) {
        // When
        ConfigException refused = refused(Map.of("http.token", reference));

        // Then
        assertThat(refused)
                .hasMessageContaining(
                        "http.token must refer to a variable or file entry that exists")
                .hasMessageContaining(reference);
    }

    @Test
    void aSecretInClearIsNeverShown() {
        // When
        ConfigException refused = refused(Map.of("http.token", "hunter2", "http.port", "x"));

        // Then
        assertThat(refused)
                .hasMessageContaining("http.token must have at least 16 characters, was '[hidden]'")
                .hasMessageContaining("http.port")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void whatAReferenceHoldsIsNeverShownEitherWhereItIsNoSecretByType() {
        // When
        ConfigException refused = refused(Map.of("http.port", inFile + "token}"));

        // Then
        assertThat(refused).hasMessageContaining(inFile).hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"http.tokem", "slack.bot-token-of-ours", "x.password"})
    void aMisspeltKeyDoesNotShowItsSecret(String key) {
        // When
        Map<String, String> values = new HashMap<>(Map.of("nonsense", "1"));
        values.put(key.replace("slack.", "slak."), SECRET);
        ConfigException refused = refused(values);

        // Then
        assertThat(refused)
                .hasMessageContaining("must be a known setting")
                .hasMessageContaining("[hidden]")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void sourcesPrintNamesOnly() {
        // Given
        ConfigSources sources =
                ConfigSources.of(
                        null,
                        Map.of("FOLLOWTHROUGH_HTTP_TOKEN", SECRET),
                        Map.of("http.token", SECRET));

        // Then
        assertThat(sources.toString()).contains("http.token").doesNotContain(SECRET);
    }
}
