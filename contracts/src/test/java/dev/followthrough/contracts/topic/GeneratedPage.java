package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A checked-in page that a test prints. It is compared; started with {@code -Ddocs.write=true} (or
 * the variable {@code DOCS_WRITE} set) the test writes it anew instead.
 */
record GeneratedPage(Path file) {
    void mustRead(String printed) throws IOException {
        if (Boolean.getBoolean("docs.write") || System.getenv("DOCS_WRITE") != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, printed);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as(file + " as printed; write it anew with -Ddocs.write=true")
                .isEqualTo(printed);
    }
}
