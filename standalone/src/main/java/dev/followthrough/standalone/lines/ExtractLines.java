package dev.followthrough.standalone.lines;

import dev.followthrough.extract.Extractor;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;

/**
 * Reads every line, answers every line, in order. Memory is bounded by the longest line allowed.
 * Not for several threads.
 */
public final class ExtractLines {
    private final Extractor extractor = new Extractor();
    private final LineReader reader;
    private final PrintWriter out;
    private long bad;

    /**
     * @param started when a line without {@code said_at} was said
     */
    public ExtractLines(Instant started, PrintWriter out) {
        this.reader = new LineReader(started);
        this.out = out;
    }

    /** Answers all lines and gives how many could not be read. */
    public long run(InputStream in) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        while (lines.next()) {
            if (lines.isTooLong()) {
                refuse(
                        "a line must have at most " + BoundedLines.MAX_BYTES + " bytes",
                        lines.number());
            } else if (!lines.text().isBlank()) {
                answer(lines.text(), lines.number());
            }
            if (lines.isAtPause()) {
                out.flush();
            }
        }
        out.flush();
        return bad;
    }

    private void answer(String text, long number) {
        try {
            Line line = reader.read(text);
            out.println(
                    LineWriter.write(
                            line, extractor.extract(line.signal(), line.context(), line.clock())));
        } catch (BadLine e) {
            refuse(String.valueOf(e.getMessage()), number);
        }
    }

    private void refuse(String why, long number) {
        bad++;
        out.println(LineWriter.error(why, number));
    }
}
