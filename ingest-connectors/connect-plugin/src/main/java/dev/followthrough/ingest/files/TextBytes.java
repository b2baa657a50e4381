package dev.followthrough.ingest.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a text file whose charset nobody states: what its byte order mark says, else UTF-8, else
 * Windows-1252.
 */
final class TextBytes {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private TextBytes() {}

    static String decode(byte[] bytes) {
        if (isUtf16(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }

    /** Whether a text that begins with these bytes has the byte order mark of UTF-16. */
    static boolean isUtf16(byte[] beginning) {
        return beginning.length >= 2
                && (beginning[0] == (byte) 0xFE && beginning[1] == (byte) 0xFF
                        || beginning[0] == (byte) 0xFF && beginning[1] == (byte) 0xFE);
    }
}
