package dev.followthrough.ingest.receiver.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.receiver.door.Signature;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** A vector of our own, made with another implementation of HMAC-SHA256. */
class SlackSignatureTest {
    private static final String BODY = "payload=%7B%22type%22%3A%22block_actions%22%7D&x=%C3%A9";
    private static final String TIMESTAMP = "1772463900";
    private static final String SIGNATURE =
            "v0=8b271c295d0b396833aadfb1c8514be9d2a55780686a1364ce2e8bc5062aef6a";
    private static final Instant SENT = Instant.ofEpochSecond(1_772_463_900);

    private static boolean isValid(
            @Nullable String timestamp, @Nullable String signature, String body, Instant now) {
        return new SlackSignature("followthrough-test-signing-secret")
                .isValid(timestamp, signature, body.getBytes(StandardCharsets.UTF_8), now);
    }

    @Test
    void whatSlackSignedIsValid() {
        assertThat(isValid(TIMESTAMP, SIGNATURE, BODY, SENT)).isTrue();
    }

    @Test
    void anotherBodySecretOrTimestampIsNot() {
        assertThat(isValid(TIMESTAMP, SIGNATURE, BODY + " ", SENT)).isFalse();
        assertThat(isValid("1772463901", SIGNATURE, BODY, SENT)).isFalse();
        assertThat(
                        new SlackSignature("another secret")
                                .isValid(
                                        TIMESTAMP,
                                        SIGNATURE,
                                        BODY.getBytes(StandardCharsets.UTF_8),
                                        SENT))
                .isFalse();
    }

    @Test
    void anOldOrAFutureRequestIsAReplay() {
        assertThat(isValid(TIMESTAMP, SIGNATURE, BODY, SENT.plus(Signature.TOLERANCE))).isTrue();
        assertThat(isValid(TIMESTAMP, SIGNATURE, BODY, SENT.plus(Duration.ofSeconds(301))))
                .isFalse();
        assertThat(isValid(TIMESTAMP, SIGNATURE, BODY, SENT.minus(Duration.ofSeconds(301))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v0=",
                "v0",
                "v0=8b271c295d0b396833aadfb1c8514be9d2a55780686a1364ce2e8bc5062aef6",
                "v1=8b271c295d0b396833aadfb1c8514be9d2a55780686a1364ce2e8bc5062aef6a",
                "8b271c295d0b396833aadfb1c8514be9d2a55780686a1364ce2e8bc5062aef6a",
                "v0=é",
                "V0=8b271c295d0b396833aadfb1c8514be9d2a55780686a1364ce2e8bc5062aef6a"
            })
    void anotherSignatureIsNotValid(String signature) {
        assertThat(isValid(TIMESTAMP, signature, BODY, SENT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "now",
        "-1772463900",
        "177246390000000000000000",
        "1772463900.5",
        "' 1772463900'"
    })
    void aTimestampThatIsNoneIsNotValid(String timestamp) {
        assertThat(isValid(timestamp, SIGNATURE, BODY, SENT)).isFalse();
    }

    @Test
    void missingHeadersAreNotValid() {
        assertThat(isValid(null, SIGNATURE, BODY, SENT)).isFalse();
        assertThat(isValid(TIMESTAMP, null, BODY, SENT)).isFalse();
    }
}
