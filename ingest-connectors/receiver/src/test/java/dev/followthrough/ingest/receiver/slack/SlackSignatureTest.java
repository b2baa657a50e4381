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

/**
 * A vector of our own, made with another implementation of HMAC-SHA256, and those that clients of
 * Slack publish: the example of its documentation, and an event.
 */
class SlackSignatureTest {
    private static final String BODY = "payload=%7B%22type%22%3A%22block_actions%22%7D&x=%C3%A9";
    private static final String TIMESTAMP = "1772463900";
    private static final String SIGNATURE =
            "v0=8b271c295d0b396833aadfb1c8514be9d2a55780686a1364ce2e8bc5062aef6a";
    private static final Instant SENT = Instant.ofEpochSecond(1_772_463_900);

    /** As in slackapi/python-slack-sdk, tests/slack_sdk/signature/test_signature_verifier.py. */
    private static final String COMMAND =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9"
                    + "T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&"
                    + "text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F9"
                    + "6rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b670"
                    + "3c";

    /** As in slack-go/slack, security_test.go. */
    private static final String EVENT =
            "{\"token\":\"aF5ynEYQH0dFN9imlgcADxDB\",\"team_id\":\"XXXXXXXXX\",\"api_app_id\":\"YYYYYYYYY\",\"event\""
                    + ":{\"type\":\"app_mention\",\"user\":\"AAAAAAAAA\",\"text\":\"<@EEEEEEEEE> hello world\",\"client_msg_id"
                    + "\":\"477cc591-ch73-a14z-4db8-g0cd76321bec\",\"ts\":\"1531431954.000073\",\"channel\":\"TTTTTTTTT\",\"e"
                    + "vent_ts\":\"1531431954.000073\"},\"type\":\"event_callback\",\"event_id\":\"TvBP7LRED7\",\"event_time\""
                    + ":1531431954,\"authed_users\":[\"EEEEEEEEE\"]}";

    @ParameterizedTest
    @CsvSource({
        "command,8f742231b10e8888abcd99yyyzzz85a5,1531420618,v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503,true",
        "command,8f742231b10e8888abcd99yyyzzz85a5,1531420618,v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b500,false",
        "event,e6b19c573432dcc6b075501d51b51bb8,1531431954,v0=adada4ed31709aef585c2580ca3267678c6a8eaeb7e0c1aca3ee57b656886b2c,true",
        "event,e6b19c573432dcc6b075501d51b51boo,1531431954,v0=adada4ed31709aef585c2580ca3267678c6a8eaeb7e0c1aca3ee57b656886b2c,false"
    })
    void publishedVectorsAreAnsweredAsTheyShouldBe(
            String body, String secret, String timestamp, String signature, boolean valid) {
        // Given
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        byte[] bytes = (body.equals("command") ? COMMAND : EVENT).getBytes(StandardCharsets.UTF_8);

        // When / Then
        assertThat(new SlackSignature(secret).isValid(timestamp, signature, bytes, sent))
                .isEqualTo(valid);
    }

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
