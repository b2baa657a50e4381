package dev.followthrough.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What version 1 ever wrote is read for ever, and written again as the same bytes. */
class GoldenTest {
    private static final String FOLDER = "golden/v1";

    static List<SampleFile> golden() {
        return SampleFile.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void isReadAndWrittenAsTheSameBytes(SampleFile file) throws IOException {
        // Given
        byte[] bytes = Files.readAllBytes(file.path());

        // When
        Object value = Json.read(bytes, file.type());

        // Then
        assertThat(new String(Json.bytes(value), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, java.nio.charset.StandardCharsets.UTF_8).strip());
    }

    @Test
    void isWhatTheSamplesInCodeAreWrittenAs() {
        // When
        Map<String, String> written = new TreeMap<>();
        Samples.records().forEach((name, value) -> written.put(name + ".json", Json.text(value)));

        // Then
        Map<String, String> kept = new TreeMap<>();
        golden().forEach(file -> kept.put(file.name(), file.text().strip()));
        assertThat(kept).containsAllEntriesOf(written);
    }

    @Test
    void noFileIsEverTakenOutOrChanged() {
        // Given
        Map<String, String> listed =
                SampleFile.read(SampleFile.SAMPLES.resolve(FOLDER).resolve("SHA256SUMS"))
                        .lines()
                        .map(line -> line.split(" {2}"))
                        .collect(Collectors.toMap(line -> line[1], line -> line[0]));

        // When
        Map<String, String> found =
                golden().stream()
                        .collect(
                                Collectors.toMap(
                                        SampleFile::name, file -> Digest.of(file.text(), 64)));

        // Then
        assertThat(found).containsAllEntriesOf(listed);
        assertThat(listed).as("a new file is added to SHA256SUMS").containsOnlyKeys(found.keySet());
    }
}
