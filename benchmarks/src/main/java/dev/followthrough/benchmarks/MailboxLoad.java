package dev.followthrough.benchmarks;

import dev.followthrough.ingest.files.Read;
import dev.followthrough.ingest.files.Workspace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes an mbox of so many MiB, mails of a few lines up to four megabytes, and reads it as the
 * file connector does: {@code MailboxLoad [MIB]}. To be started with a small heap ({@code
 * -Xmx64m}): prints signals, seconds, and the most that the process ever held.
 */
public final class MailboxLoad {
    private static final int MIB = 1024 * 1024;
    private static final int ATTACHED_EVERY = 100;
    private static final List<Integer> LINES = List.of(3, 10, 40, 200, 1000);
    private static final String LINE =
            "The figures of last quarter are in the sheet that was shared on Monday.\n";

    private MailboxLoad() {}

    public static void main(String[] args) throws IOException {
        int mebibytes = args.length > 0 ? Integer.parseInt(args[0]) : 1024;
        Path mbox = Files.createTempFile("followthrough-", ".mbox");
        try {
            write(mbox, (long) mebibytes * MIB);
            read(mbox, mebibytes);
        } finally {
            Files.delete(mbox);
        }
    }

    private static void read(Path mbox, int mebibytes) throws IOException {
        AtomicInteger signals = new AtomicInteger();
        long begin = System.nanoTime();
        try (Workspace workspace = Workspace.open(List.of(mbox), InstantSource.system())) {
            workspace.read(read -> signals.addAndGet(read instanceof Read.Said ? 1 : 0));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d MiB, %d signals, %.1f s, %.1f MiB/s, heap of %d MiB, process at most %d MiB%n",
                mebibytes,
                signals.get(),
                seconds,
                mebibytes / seconds,
                Runtime.getRuntime().maxMemory() / MIB,
                PipelineLoad.peakResidentKib() / 1024);
    }

    private static void write(Path mbox, long size) throws IOException {
        byte[] bytes = new byte[3 * MIB];
        new Random(7).nextBytes(bytes);
        String attachment = Base64.getMimeEncoder().encodeToString(bytes);
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(mbox, StandardCharsets.US_ASCII)) {
            for (int number = 1; written < size; number++) {
                String text =
                        "We will send you document %d by Friday.%n".formatted(number)
                                + LINE.repeat(LINES.get(number % LINES.size()));
                String mail =
                        head(number)
                                + (number % ATTACHED_EVERY == 0
                                        ? withAttachment(text, attachment)
                                        : "\n" + text + "\n");
                out.write(mail);
                written += mail.length();
            }
        }
    }

    private static String head(int number) {
        return """
        From ana@ours.example Tue Feb  3 10:00:00 2026
        From: Ana Lima <ana@ours.example>
        To: Bo Ek <bo@acme.example>
        Date: Tue, 3 Feb 2026 10:00:00 +0100
        Message-ID: <%d@ours.example>
        Subject: Order %d
        """
                .formatted(number, number);
    }

    private static String withAttachment(String text, String attachment) {
        return """
        Content-Type: multipart/mixed; boundary=part

        --part
        Content-Type: text/plain

        %s
        --part
        Content-Type: application/pdf
        Content-Disposition: attachment; filename=figures.pdf
        Content-Transfer-Encoding: base64

        %s
        --part--

        """
                .formatted(text, attachment);
    }
}
