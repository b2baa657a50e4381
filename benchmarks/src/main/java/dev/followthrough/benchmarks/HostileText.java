package dev.followthrough.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.extract.app.ExtractLines;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Messages that say one thing over and over, of 64, 256 and 1,024 KiB: what {@code extract} takes
 * for each, in processor time, and how that grows. Four times the text should cost four times the
 * time; sixteen would be its square.
 */
public final class HostileText {
    private static final List<Integer> KIB = List.of(64, 256, 1024);

    private static final List<String> SAID =
            List.of(
                    "I'll send the deck by Friday. ",
                    "I will ",
                    ",",
                    ", ",
                    "(",
                    "[](",
                    "and ",
                    "> ",
                    "> I'll do it\n",
                    "\"",
                    "\n",
                    ".",
                    "?",
                    "a",
                    "1",
                    "1 ",
                    "1/2/2026 ",
                    "may ",
                    "by Friday ",
                    "until then by the end of the next month of ",
                    "- ",
                    "- Dan: SOW Fri\n",
                    "@dan ",
                    "Dan Smith ",
                    "WILL ",
                    "👍",
                    "a: ",
                    "http://a.b/",
                    "a@b.example ",
                    "e\u0301",
                    "\u0000",
                    "if you send it, ",
                    "includes 3 sites and ",
                    "$1,000 per month, ",
                    "you'll need to ",
                    "\u00a0",
                    "a-",
                    "'",
                    "send; ",
                    "9:30",
                    "Once you sign we ship on Monday. ",
                    "renews automatically for 12 months unless notice of 30 days, ");

    private HostileText() {}

    public static void main(String[] args) throws IOException {
        read("I'll send the deck by Friday. ", KIB.get(0));
        for (String said : SAID) {
            StringBuilder line = new StringBuilder(256);
            double before = 0;
            for (int kib : KIB) {
                double millis = read(said, kib);
                line.append(String.format(Locale.ROOT, "%10.0f ms", millis));
                if (before > 0) {
                    line.append(String.format(Locale.ROOT, " (%4.1f)", millis / before));
                }
                before = millis;
            }
            System.out.printf("%s  %s%n", line, said.replace("\n", "\\n").replace("\0", "\\0"));
        }
    }

    private static double read(String said, int kib) throws IOException {
        String text = said.repeat(kib * 1024 / said.length());
        byte[] line =
                new JsonMapper()
                        .writeValueAsString(
                                Map.of("id", "1", "text", text, "said_at", "2026-03-02T10:00:00Z"))
                        .getBytes(StandardCharsets.UTF_8);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        ExtractLines.run(new ByteArrayInputStream(line), new StringBuilder(), Instant.EPOCH);
        return (threads.getCurrentThreadCpuTime() - begin) / 1e6;
    }
}
