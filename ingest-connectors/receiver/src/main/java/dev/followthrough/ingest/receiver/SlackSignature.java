package dev.followthrough.ingest.receiver;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's request signature, version 0: {@code v0=} and the hex HMAC-SHA256 of {@code
 * v0:<timestamp>:<raw body>}.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying
 *     requests from Slack</a>
 */
final class SlackSignature {
    /** An older or newer request may be a replay. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    SlackSignature(String signingSecret) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * Whether Slack sent this body at about this time. Signed are the raw bytes, before any
     * decoding; compared in constant time.
     */
    boolean isValid(
            @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,11}")) {
            return false;
        }
        Duration age =
                Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        byte[] expected =
                ("v0=" + HexFormat.of().formatHex(mac(timestamp, body)))
                        .getBytes(StandardCharsets.US_ASCII);
        boolean same =
                MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII));
        return same && age.compareTo(TOLERANCE) <= 0;
    }

    private byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
