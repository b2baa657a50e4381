package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A mailbox that does not fit in memory, read by a process of its own with little of it. */
class LargeMailboxTest {
    private static final int HEAP_MIB = 24;
    private static final int MAILS = 400;
    private static final String WORDS = "Nothing that was said here matters.\n".repeat(8000);

    @Test
    void aMailboxOfFourTimesTheHeapIsRead(@TempDir Path folder) throws Exception {
        // Given
        Path mbox = folder.resolve("large.mbox");
        write(mbox);
        assertThat(Files.size(mbox)).isGreaterThan(4L * HEAP_MIB * 1024 * 1024);

        // When
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + HEAP_MIB + "m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Reading.class.getName(),
                                mbox.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(said).endsWith("signals=" + MAILS);
        assertThat(process.waitFor()).isZero();
    }

    private static void write(Path mbox) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(mbox)) {
            for (int i = 0; i < MAILS; i++) {
                out.write(Folder.mail(i, "We'll send it.\n" + WORDS));
            }
        }
    }

    /** What the process does. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) throws IOException {
            AtomicInteger signals = new AtomicInteger();
            try (Workspace workspace =
                    Workspace.open(List.of(Path.of(args[0])), InstantSource.system())) {
                workspace.read(read -> signals.addAndGet(read instanceof Read.Said ? 1 : 0));
            }
            System.out.print("signals=" + signals);
        }
    }
}
