package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.pull.gong.GongSourceConnector;
import dev.followthrough.ingest.pull.gong.GongSourceTask;
import dev.followthrough.ingest.pull.hubspot.HubSpotSourceConnector;
import dev.followthrough.ingest.pull.hubspot.HubSpotSourceTask;
import dev.followthrough.ingest.pull.salesforce.SalesforceSourceConnector;
import dev.followthrough.ingest.pull.salesforce.SalesforceSourceTask;
import dev.followthrough.ingest.pull.slack.SlackSourceConnector;
import dev.followthrough.ingest.pull.slack.SlackSourceTask;
import dev.followthrough.ingest.pull.zoom.ZoomSourceConnector;
import dev.followthrough.ingest.pull.zoom.ZoomSourceTask;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SecretTest {
    private static final String WORD = "hush-hush-4711";
    private static final String INVISIBLE =
            "must hold none but visible ASCII characters, no space and no line break";

    /** A connector, its task, the setting that is secret, and what else it needs. */
    record Made(PullConnector connector, PullTask task, String key, Map<String, String> rest) {
        @Override
        public String toString() {
            return key;
        }

        Map<String, String> with(String secret) {
            Map<String, String> settings = new HashMap<>(rest);
            settings.put("topic.partitions", "3");
            settings.put(key, secret);
            return settings;
        }
    }

    private static List<Made> made() {
        String nobody = "http://127.0.0.1:1";
        return List.of(
                new Made(
                        new HubSpotSourceConnector(),
                        new HubSpotSourceTask(),
                        "hubspot.token",
                        Map.of("hubspot.url", nobody)),
                new Made(
                        new SalesforceSourceConnector(),
                        new SalesforceSourceTask(),
                        "salesforce.client.secret",
                        Map.of("salesforce.client.id", "C1", "salesforce.login.url", nobody)),
                new Made(
                        new ZoomSourceConnector(),
                        new ZoomSourceTask(),
                        "zoom.client.secret",
                        Map.of(
                                "zoom.account.id",
                                "A1",
                                "zoom.client.id",
                                "C1",
                                "zoom.url",
                                nobody,
                                "zoom.login.url",
                                nobody)),
                new Made(
                        new GongSourceConnector(),
                        new GongSourceTask(),
                        "gong.access.key.secret",
                        Map.of("gong.access.key", "K1", "gong.url", nobody)),
                new Made(
                        new SlackSourceConnector(),
                        new SlackSourceTask(),
                        "slack.token",
                        Map.of("slack.endpoint", nobody + "/api/")));
    }

    static Stream<Arguments> wrong() {
        Map<String, String> rules =
                Map.of(
                        WORD + "\n" + WORD,
                        INVISIBLE,
                        WORD + "\u200b",
                        INVISIBLE,
                        WORD + "\u00e9",
                        INVISIBLE,
                        "Bearer " + WORD,
                        INVISIBLE,
                        "",
                        "must not be empty",
                        "${env:" + WORD + "}",
                        "is still a reference");
        return made().stream()
                .flatMap(made -> rules.entrySet().stream().map(each -> arguments(made, each)));
    }

    private static Arguments arguments(Made made, Map.Entry<String, String> rule) {
        return Arguments.of(made, rule.getKey(), rule.getValue());
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("wrong")
    void aSecretThatCannotBeOneIsRefusedInWordsThatDoNotQuoteIt(
            Made made, String secret, String rule) throws InterruptedException {
        // Given
        Map<String, String> settings = made.with(secret);

        // When
        List<String> said = new ArrayList<>();
        for (ConfigValue value : made.connector().validate(settings).configValues()) {
            said.addAll(value.errorMessages());
        }
        made.connector().check(settings).forEach(finding -> said.add(finding.words()));

        // Then
        assertThat(said)
                .hasSize(2)
                .allSatisfy(words -> assertThat(words).contains(made.key() + " " + rule))
                .allSatisfy(words -> assertThat(words).doesNotContain(WORD));
        assertThatThrownBy(() -> made.task().start(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(rule)
                .hasMessageNotContaining(WORD);
    }

    @ParameterizedTest
    @EnumSource(Secret.class)
    void aTokenIsASecretOfEveryKind(Secret kind) {
        // Then
        assertThatCode(() -> kind.ensureValid("key", new Password("xoxb-1/a+b=~$%{c}")))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> fine() {
        return Stream.of(
                Arguments.of(
                        Secret.PEM,
                        "-----BEGIN PRIVATE KEY-----\nMIIE+/=\r\n-----END PRIVATE KEY-----\n"),
                Arguments.of(Secret.PASSWORD_OR_NONE, "abcd efgh ijkl mnop"),
                Arguments.of(Secret.PASSWORD_OR_NONE, "gr\u00fc\u00df dich"),
                Arguments.of(Secret.PASSWORD_OR_NONE, ""),
                Arguments.of(Secret.TOKEN_OR_NONE, ""));
    }

    @ParameterizedTest
    @MethodSource("fine")
    void keysHaveLinesAndPasswordsHaveSpacesAndLetters(Secret kind, String secret) {
        // Then
        assertThatCode(() -> kind.ensureValid("key", new Password(secret)))
                .doesNotThrowAnyException();
    }
}
