package dev.followthrough.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/** The shipped files, beside rules and model, that say how a text reads. */
final class WordFiles {
    static final List<String> ALL =
            List.of(
                    "/attribution/free-mail.txt",
                    "/text/en/cues.txt",
                    "/text/en/verbs.txt",
                    "/time/en/cues.yaml",
                    "/time/en/directions.yaml",
                    "/time/en/events.yaml",
                    "/time/en/holidays.yaml",
                    "/time/en/lexicon.yaml",
                    "/time/en/patterns.yaml",
                    "/time/policy.yaml");

    private WordFiles() {}

    /** Loaded once. */
    private static final class Shipped {
        static final String DIGEST = read();

        private static String read() {
            CRC32 crc = new CRC32();
            for (String file : ALL) {
                try (InputStream in =
                        Objects.requireNonNull(WordFiles.class.getResourceAsStream(file), file)) {
                    crc.update(in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot read " + file, e);
                }
            }
            return Long.toHexString(crc.getValue());
        }
    }

    /** Hash of all of them. */
    static String digest() {
        return Shipped.DIGEST;
    }
}
