package dev.followthrough.contracts.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal: names things by their content. */
public final class Digest {
    private Digest() {}

    /** The first {@code length} hexadecimal digits (at most 64). */
    public static String of(byte[] bytes, int length) {
        return HexFormat.of().formatHex(sha256().digest(bytes)).substring(0, length);
    }

    /** The same over the UTF-8 bytes of a text. */
    public static String of(String text, int length) {
        return of(text.getBytes(StandardCharsets.UTF_8), length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
