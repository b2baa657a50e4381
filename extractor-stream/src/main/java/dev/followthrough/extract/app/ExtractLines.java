package dev.followthrough.extract.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.extract.Extraction;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.time.BusinessCalendar;

import org.jspecify.annotations.Nullable;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * {@code extract}: JSON Lines in, JSON Lines out, in input order, one answer a line. A line that
 * cannot be read is answered with its error and its number, and the others are still answered.
 * Memory is bounded whatever the length of a line; an error never quotes people's words. Not
 * thread-safe.
 */
public final class ExtractLines {
    /** Answers held back at most, where input keeps coming. */
    private static final int FLUSH_EVERY = 64;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Extractor extractor;
    private final BusinessCalendar calendar;

    /** With these rules, this judge, and this calendar where a line says nothing else. */
    public ExtractLines(Setup setup) {
        this.extractor = setup.extractor();
        this.calendar = setup.calendar();
    }

    /**
     * Answers all lines with the extractor as shipped.
     *
     * @param out flushed where it can be, whenever the input pauses and at the end
     * @param start when the run began: the instant at which a line without {@code said_at} counts
     *     as said
     * @return how many lines could not be read
     */
    public static long run(InputStream in, Appendable out, Instant start) throws IOException {
        return new ExtractLines(Setup.standard()).answer(in, out, start);
    }

    /** The same with this setup. */
    public long answer(InputStream in, Appendable out, Instant start) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        long bad = 0;
        while (lines.next()) {
            ObjectNode answer = answer(lines, start);
            if (answer != null) {
                bad += answer.has("error") ? 1 : 0;
                out.append(JSON.writeValueAsString(answer)).append('\n');
            }
            if (lines.number() % FLUSH_EVERY == 0 || lines.isAtPause()) {
                flush(out);
            }
        }
        flush(out);
        return bad;
    }

    /** Null for a blank line, which asks nothing. */
    private @Nullable ObjectNode answer(BoundedLines lines, Instant start) {
        if (lines.isTooLong()) {
            return error("line must have at most " + BoundedLines.MAX_BYTES + " bytes", lines);
        }
        String text = lines.text();
        if (text == null) {
            return error("line must be UTF-8", lines);
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            ExtractLine line = ExtractLine.of(JSON.readTree(text), start, calendar);
            Extraction found = extractor.extract(line.signal(), line.context(), line.clock());
            return ExtractAnswer.of(line.id(), line.signal(), found);
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return error("line must be JSON: it breaks off at column " + column, lines);
        } catch (IllegalArgumentException e) {
            return error(String.valueOf(e.getMessage()), lines);
        }
    }

    private static ObjectNode error(String message, BoundedLines lines) {
        return JSON.createObjectNode()
                .putNull("id")
                .put("error", message)
                .put("line", lines.number());
    }

    private static void flush(Appendable out) throws IOException {
        if (out instanceof Flushable flushable) {
            flushable.flush();
        }
    }
}
