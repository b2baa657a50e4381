package dev.followthrough.service.http;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Checks the bearer token in constant time: digests of equal length are compared, so that neither
 * content nor length leaks.
 */
final class Bearer {
    private final byte @Nullable [] expected;

    Bearer(@Nullable String token) {
        this.expected = token == null ? null : digest(token);
    }

    /**
     * @throws Problem 401 where a token is configured and the header does not carry it
     */
    void check(@Nullable String authorization) {
        if (expected == null) {
            return;
        }
        String given =
                authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                        ? authorization.substring(7).strip()
                        : "";
        if (!MessageDigest.isEqual(expected, digest(given))) {
            throw Problem.of(
                            401,
                            "Not authenticated",
                            "send the header 'Authorization: Bearer <token>' with the token of this deployment")
                    .withHeader("WWW-Authenticate", "Bearer");
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
