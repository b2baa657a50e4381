package dev.followthrough.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class WordFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void everyFileButRulesAndModelIsInTheVersion() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> "/" + RESOURCES.relativize(file))
                                    .filter(file -> !file.startsWith("/rules/"))
                                    .filter(file -> !file.startsWith("/model/")))
                    .containsExactlyInAnyOrderElementsOf(WordFiles.ALL);
        }
    }

    @Test
    void theVersionEndsWithTheirHash() {
        assertThat(Setup.standard().version()).endsWith("-" + WordFiles.digest());
    }
}
