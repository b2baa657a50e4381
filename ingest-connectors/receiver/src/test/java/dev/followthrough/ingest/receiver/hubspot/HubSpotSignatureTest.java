package dev.followthrough.ingest.receiver.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.service.http.Request;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The published vectors of HubSpot's own clients, and what is near them. */
class HubSpotSignatureTest {
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final String URI = "https://www.example.com/webhook_uri";
    private static final String BODY = "{'example_field':'example_value'}";
    private static final String TIMESTAMP = "1700000300000";
    private static final String THIRD = "RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=";
    private static final String SECOND =
            "4fe4e3a7d3cf09db53be39d0a58130e2aaba074ec123a9e355b876a689a1c383";
    private static final Instant SENT = Instant.ofEpochMilli(1_700_000_300_000L);

    private static Request request(String body, String... headers) {
        Map<String, String> lower = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            lower.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
        }
        return new Request(
                "POST",
                "/hubspot/webhooks",
                Map.of(),
                Map.of(),
                lower,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Request third(String body, String timestamp, String signature) {
        return request(
                body,
                "X-HubSpot-Request-Timestamp",
                timestamp,
                "X-HubSpot-Signature-v3",
                signature);
    }

    private static boolean isValid(Request request, Instant now) {
        return new HubSpotSignature(SECRET, URI, false).isValid(request, now);
    }

    @Test
    void whatHubSpotSignedIsValid() {
        assertThat(isValid(third(BODY, TIMESTAMP, THIRD), SENT)).isTrue();
    }

    @Test
    void anotherBodyTimeAddressOrSecretIsNot() {
        assertThat(isValid(third(BODY + " ", TIMESTAMP, THIRD), SENT)).isFalse();
        assertThat(isValid(third(BODY, "1700000300001", THIRD), SENT)).isFalse();
        assertThat(
                        new HubSpotSignature(SECRET, URI + "?x=1", false)
                                .isValid(third(BODY, TIMESTAMP, THIRD), SENT))
                .isFalse();
        assertThat(
                        new HubSpotSignature("other", URI, false)
                                .isValid(third(BODY, TIMESTAMP, THIRD), SENT))
                .isFalse();
    }

    @Test
    void anOldOrAFutureRequestIsAReplay() {
        assertThat(isValid(third(BODY, TIMESTAMP, THIRD), SENT.plusSeconds(300))).isTrue();
        assertThat(isValid(third(BODY, TIMESTAMP, THIRD), SENT.plusSeconds(301))).isFalse();
        assertThat(isValid(third(BODY, TIMESTAMP, THIRD), SENT.minusSeconds(301))).isFalse();
    }

    @Test
    void escapesThatHubSpotDecodesAreDecodedBeforeComparing() {
        // Given
        String escaped = "https://www.example.com%2Fwebhook_uri";

        // When / Then
        assertThat(
                        new HubSpotSignature(SECRET, escaped, false)
                                .isValid(third(BODY, TIMESTAMP, THIRD), SENT))
                .isTrue();
    }

    @Test
    void olderVersionsCountOnlyWhereTheOperatorAllowsThem() {
        // Given
        Request second =
                request(BODY, "X-HubSpot-Signature", SECOND, "X-HubSpot-Signature-Version", "v2");

        // When / Then
        assertThat(new HubSpotSignature(SECRET, URI, true).isValid(second, SENT)).isTrue();
        assertThat(new HubSpotSignature(SECRET, URI, false).isValid(second, SENT)).isFalse();
    }

    @Test
    void aBadThirdVersionIsNotSavedByAGoodSecond() {
        // Given
        Request both =
                request(
                        BODY,
                        "X-HubSpot-Signature",
                        SECOND,
                        "X-HubSpot-Signature-Version",
                        "v2",
                        "X-HubSpot-Request-Timestamp",
                        TIMESTAMP,
                        "X-HubSpot-Signature-v3",
                        "bad");

        // When / Then
        assertThat(new HubSpotSignature(SECRET, URI, true).isValid(both, SENT)).isFalse();
    }

    @Test
    void missingHeadersAreNotValid() {
        assertThat(isValid(request(BODY), SENT)).isFalse();
        assertThat(isValid(request(BODY, "X-HubSpot-Signature-v3", THIRD), SENT)).isFalse();
    }
}
