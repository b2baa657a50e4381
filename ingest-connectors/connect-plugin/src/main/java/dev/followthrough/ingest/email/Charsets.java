package dev.followthrough.ingest.email;

import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes bytes by the charset a mail states, and sensibly where that is missing, unknown or wrong.
 */
final class Charsets {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Charsets() {}

    /**
     * @param stated the charset parameter, as written
     */
    static String decode(byte[] bytes, @Nullable String stated) {
        Charset charset = charset(stated);
        if (charset == null || charset.equals(StandardCharsets.US_ASCII)) {
            return utf8OrWestern(bytes);
        }
        String strict = strictly(bytes, charset);
        if (strict != null) {
            return strict;
        }
        return charset.equals(StandardCharsets.UTF_8)
                ? utf8OrWestern(bytes)
                : new String(bytes, charset);
    }

    /**
     * UTF-8 if the bytes are valid as that; mostly valid is a cut or damaged UTF-8; else
     * Windows-1252.
     */
    static String utf8OrWestern(byte[] bytes) {
        String strict = strictly(bytes, StandardCharsets.UTF_8);
        if (strict != null) {
            return strict;
        }
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
        long wide = lenient.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return wide > 2 * broken ? lenient : new String(bytes, WESTERN);
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Charset charset(@Nullable String stated) {
        if (stated == null || stated.isBlank()) {
            return null;
        }
        String name = stated.strip().replace("\"", "").replace("'", "");
        if (name.equalsIgnoreCase("us-ascii") || name.equalsIgnoreCase("ascii")) {
            return StandardCharsets.US_ASCII; // the library would make Latin 1 of it
        }
        try {
            Charset charset = Charset.forName(MimeUtility.javaCharset(name));
            String canonical = charset.name().toLowerCase(Locale.ROOT);
            // Clients that say Latin 1 mean Windows: bytes 0x80…0x9F are quotes and dashes, no
            // controls.
            return canonical.equals("iso-8859-1") ? WESTERN : charset;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
