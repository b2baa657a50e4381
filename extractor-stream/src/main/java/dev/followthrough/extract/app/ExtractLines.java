package dev.followthrough.extract.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.extract.Extraction;
import dev.followthrough.extract.Extractor;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;

/**
 * {@code extract}: JSON Lines in, JSON Lines out, in input order, one answer a line. A line that
 * cannot be read is answered with its error and its number, and the others are still answered.
 * Memory is bounded whatever the length of a line. Not thread-safe.
 */
public final class ExtractLines {
    /** Longest line read, in UTF-16 units: a text of a mebibyte, escaped, with its context. */
    private static final int MAX_LINE = 8 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Extractor extractor;

    public ExtractLines(Extractor extractor) {
        this.extractor = extractor;
    }

    /**
     * Reads all lines with the extractor as shipped.
     *
     * @param start when the run began: the instant at which a line without {@code said_at} counts
     *     as said
     * @return 0, or 1 where a line could not be read
     */
    public static int run(BufferedReader in, Appendable out, Instant start) throws IOException {
        return new ExtractLines(new Extractor()).answer(in, out, start);
    }

    /** The same with this extractor. */
    public int answer(BufferedReader in, Appendable out, Instant start) throws IOException {
        int status = 0;
        int number = 0;
        StringBuilder line = new StringBuilder();
        while (true) {
            int length = read(in, line);
            if (length < 0) {
                return status;
            }
            number++;
            if (line.toString().isBlank() && length <= MAX_LINE) {
                continue;
            }
            ObjectNode answer;
            try {
                answer =
                        length > MAX_LINE
                                ? error(
                                        "line must have at most " + MAX_LINE + " characters",
                                        number)
                                : answer(line.toString(), start);
            } catch (JsonProcessingException e) {
                answer =
                        error(
                                "line must be JSON: "
                                        + e.getOriginalMessage().lines().findFirst().orElse(""),
                                number);
            } catch (IllegalArgumentException e) {
                answer = error(e.getMessage(), number);
            }
            status = answer.has("error") ? 1 : status;
            out.append(JSON.writeValueAsString(answer)).append('\n');
        }
    }

    private ObjectNode answer(String line, Instant start) throws JsonProcessingException {
        ExtractLine read = ExtractLine.of(JSON.readTree(line), start);
        Extraction found = extractor.extract(read.signal(), read.context(), read.clock());
        return ExtractAnswer.of(read.id(), read.signal(), found);
    }

    private static ObjectNode error(@Nullable String message, int number) {
        return JSON.createObjectNode().putNull("id").put("error", message).put("line", number);
    }

    /** The line's length, counted on past the longest that is kept; -1 at the end. */
    private static int read(BufferedReader in, StringBuilder line) throws IOException {
        line.setLength(0);
        int length = 0;
        int c = in.read();
        if (c < 0) {
            return -1;
        }
        while (c >= 0 && c != '\n') {
            if (length < MAX_LINE) {
                line.append((char) c);
            }
            length = Math.min(length + 1, MAX_LINE + 1);
            c = in.read();
        }
        return length;
    }
}
