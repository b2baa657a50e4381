package dev.followthrough.ingest.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Undoes transfer encodings; damaged ones as far as they go. */
final class TransferEncoding {
    private TransferEncoding() {}

    static byte[] decode(byte[] raw, String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "base64" -> base64(raw);
            case "quoted-printable", "x-uuencode", "uuencode", "x-uue" -> byLibrary(raw, name);
            default -> raw;
        };
    }

    private static byte[] byLibrary(byte[] raw, String name) {
        try {
            return MimeUtility.decode(new ByteArrayInputStream(raw), name).readAllBytes();
        } catch (IOException | MessagingException | RuntimeException e) {
            return raw;
        }
    }

    /** Signs outside the alphabet are skipped; padding in the middle (joined parts) starts anew. */
    private static byte[] base64(byte[] raw) {
        byte[] signs = new byte[raw.length];
        int size = 0;
        for (byte b : raw) {
            boolean letter = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9';
            if (letter || b == '+' || b == '/') {
                signs[size++] = b;
            }
        }
        int whole = size % 4 == 1 ? size - 1 : size;
        return Base64.getDecoder().decode(Arrays.copyOf(signs, whole));
    }
}
