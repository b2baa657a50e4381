package dev.followthrough.ingest.receiver.slack;

import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.service.http.Request;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HexFormat;

/**
 * Slack's request signature, version 0: {@code v0=} and the hex HMAC-SHA256 of {@code
 * v0:<timestamp>:<raw body>}; events, clicks and commands have it alike.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying
 *     requests from Slack</a>
 */
public final class SlackSignature {
    private final Signature signature;

    public SlackSignature(String signingSecret) {
        this.signature = Signature.sha256(signingSecret);
    }

    /**
     * @throws dev.followthrough.service.http.Problem 401 where Slack did not send this
     */
    public void verify(Request request, Instant now) {
        if (!isValid(
                request.header("X-Slack-Request-Timestamp"),
                request.header("X-Slack-Signature"),
                request.body(),
                now)) {
            throw Signature.refused("Slack");
        }
    }

    /**
     * Whether Slack sent this body at about this time. Signed are the raw bytes, before any
     * decoding; compared in constant time.
     */
    boolean isValid(@Nullable String timestamp, @Nullable String given, byte[] body, Instant now) {
        if (!Signature.isRecent(timestamp, now)) {
            return false;
        }
        byte[] mac = signature.of(Signature.ascii("v0:" + timestamp + ":"), body);
        return Signature.equal("v0=" + HexFormat.of().formatHex(mac), given);
    }
}
