package dev.followthrough.ingest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that are larger than memory. */
public final class Streams {
    private static final byte[] MEBIBYTE =
            "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);

    private Streams() {}

    /** A beginning, the letter x so many million times, an end. */
    public static InputStream of(String head, int mebibytes, String tail) {
        List<byte[]> pieces =
                Stream.of(
                                List.of(head.getBytes(StandardCharsets.UTF_8)),
                                Collections.nCopies(mebibytes, MEBIBYTE),
                                List.of(tail.getBytes(StandardCharsets.UTF_8)))
                        .flatMap(List::stream)
                        .toList();
        return new SequenceInputStream(
                Collections.enumeration(
                        pieces.stream()
                                .map(piece -> (InputStream) new ByteArrayInputStream(piece))
                                .toList()));
    }
}
