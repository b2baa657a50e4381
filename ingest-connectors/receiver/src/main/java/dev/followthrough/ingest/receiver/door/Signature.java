package dev.followthrough.ingest.receiver.door;

import dev.followthrough.service.http.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed hash that proves who sent some bytes. Taken over the bytes as they came, compared in
 * constant time. Thread-safe.
 */
public final class Signature {
    /** An older or newer request may be a replay. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_DIGITS = 14;

    private final String algorithm;
    private final SecretKeySpec key;

    private Signature(String algorithm, String secret) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    public static Signature sha256(String secret) {
        return new Signature("HmacSHA256", secret);
    }

    /** For senders that know nothing newer (Intercom). */
    public static Signature sha1(String secret) {
        return new Signature("HmacSHA1", secret);
    }

    /** The hash of the parts, one behind the other. */
    public byte[] of(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Whether both texts are equal, in a time that does not tell where they differ. */
    public static boolean equal(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether a header's time lies within five minutes of now, before or behind.
     *
     * @param timestamp whole seconds or, of 13 digits and more, milliseconds since 1970; or ISO
     *     8601
     */
    public static boolean isRecent(@Nullable String timestamp, Instant now) {
        Instant sent = timestamp == null ? null : parse(timestamp);
        return sent != null && Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private static @Nullable Instant parse(String timestamp) {
        if (timestamp.matches("\\d{1," + MOST_DIGITS + "}")) {
            long number = Long.parseLong(timestamp);
            return timestamp.length() >= 13
                    ? Instant.ofEpochMilli(number)
                    : Instant.ofEpochSecond(number);
        }
        try {
            return Instant.parse(timestamp);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** 401, the same words whatever was wrong. */
    public static Problem refused(String sender) {
        return Problem.of(
                401,
                "Not authenticated",
                "the request is not signed by "
                        + sender
                        + " for this deployment, or is older than five minutes");
    }

    /** Parts that headers bring. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
