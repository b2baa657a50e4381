package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.ingest.pull.JsonHttp;
import dev.followthrough.ingest.pull.Limiter;
import dev.followthrough.ingest.pull.Meter;
import dev.followthrough.ingest.pull.Pace;
import dev.followthrough.ingest.pull.Rate;
import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Asked;
import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

class SalesforceLoginTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static KeyPair keys;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    private static String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static SalesforceLogin login(Script script, Instant now) {
        SalesforceSourceConfig config =
                new SalesforceSourceConfig(
                        Map.of(
                                SalesforceSourceConfig.CLIENT_ID,
                                "client-1",
                                SalesforceSourceConfig.PRIVATE_KEY,
                                pem(),
                                SalesforceSourceConfig.USER,
                                "sync@ours.example",
                                SalesforceSourceConfig.LOGIN_URL,
                                script.uri("").toString(),
                                "topic.partitions",
                                "4"));
        InstantSource clock = InstantSource.fixed(now);
        Tools tools = new Tools(clock, Pace.system(), Meter.unseen(), 1);
        JsonHttp http =
                new JsonHttp(
                        "salesforce",
                        JsonHttp.direct(Duration.ofSeconds(5)),
                        new Limiter(method -> Rate.perSecond(100), tools),
                        tools);
        return new SalesforceLogin(config, http, clock);
    }

    private static JsonNode claims(Asked asked) {
        String form = URLDecoder.decode(asked.body(), StandardCharsets.UTF_8);
        String[] parts = form.substring(form.indexOf("assertion=") + 10).split("\\.");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
            return JSON.readTree(
                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theClaimIsSignedAndOfTheNextMinutes() throws InterruptedException {
        // Given
        Instant now = Instant.parse("2026-03-01T10:00:00Z");

        // When
        try (Script script =
                Script.start(
                        Told.json(
                                "{\"access_token\":\"t\",\"instance_url\":\"https://acme.my.salesforce.com\"}"))) {
            SalesforceLogin.Session session = login(script, now).session();

            // Then
            JsonNode claims = claims(script.asked().get(0));
            assertThat(session.instance()).hasHost("acme.my.salesforce.com");
            assertThat(claims.path("iss").asText()).isEqualTo("client-1");
            assertThat(claims.path("sub").asText()).isEqualTo("sync@ours.example");
            assertThat(claims.path("aud").asText()).isEqualTo("https://login.salesforce.com");
            assertThat(claims.path("exp").asLong()).isEqualTo(now.getEpochSecond() + 180);
            assertThat(session.toString()).doesNotContain("\"t\"");
        }
    }

    @Test
    void aClaimOfAWrongClockIsMadeAgainBySalesforcesClock() throws InterruptedException {
        // Given
        long now = System.currentTimeMillis() / 1000;

        // When
        try (Script script =
                Script.start(
                        asked ->
                                Math.abs(claims(asked).path("exp").asLong() - now) < 600
                                        ? Told.json(
                                                "{\"access_token\":\"t\",\"instance_url\":\"https://acme.my.salesforce.com\"}")
                                        : new Told(
                                                400,
                                                Map.of(),
                                                "{\"error\":\"invalid_grant\"}",
                                                0))) {
            SalesforceLogin.Session session = login(script, LONG_AGO).session();

            // Then
            assertThat(session.token()).isEqualTo("t");
            assertThat(script.asked()).hasSize(2);
        }
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutShowingIt() {
        // When / Then
        assertThatThrownBy(() -> Jwt.of("-----BEGIN RSA PRIVATE KEY-----\nhush\n-----END"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("PKCS#8")
                .hasMessageNotContaining("hush");
    }
}
