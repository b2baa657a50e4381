package dev.followthrough.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.followthrough.contracts.model.DirectoryEntry;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The published schemas, the samples beside them and the code say the same. */
class SchemaTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code directory-person.json} is a sample of {@code directory.v1.json}. */
    private static Schema schemaOf(String sample) {
        String record = sample.startsWith("directory-") ? "directory" : sample;
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return registry.getSchema(read(SCHEMAS.resolve(record + ".v1.json")), InputFormat.JSON);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatTheCodeWritesFitsItsSchema() {
        return Samples.records().entrySet().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        sample.getKey(),
                                        () -> {
                                            // When
                                            List<Error> errors =
                                                    schemaOf(sample.getKey())
                                                            .validate(
                                                                    Json.text(sample.getValue()),
                                                                    InputFormat.JSON);

                                            // Then
                                            assertThat(errors).isEmpty();
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> goldenJsonOfVersionOneIsStillReadAndWrittenAsItWas() {
        return Samples.records().entrySet().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        sample.getKey(),
                                        () -> {
                                            // Given
                                            String golden =
                                                    read(SAMPLES.resolve(
                                                                    "good/"
                                                                            + sample.getKey()
                                                                            + ".json"))
                                                            .strip();
                                            Class<?> type =
                                                    sample.getKey().startsWith("directory-")
                                                            ? DirectoryEntry.class
                                                            : sample.getValue().getClass();

                                            // When
                                            Object value = Json.read(golden, type);

                                            // Then
                                            assertThat(value).isEqualTo(sample.getValue());
                                            assertThat(Json.text(value)).isEqualTo(golden);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> badSamplesAreRefusedByTheSchemaAndByTheCode() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(SAMPLES.resolve("bad"))) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(12);
        return files.stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(),
                                        () -> {
                                            // Given
                                            String name = file.getFileName().toString();
                                            String record = name.substring(0, name.indexOf('.'));

                                            // When
                                            List<Error> errors =
                                                    schemaOf(record)
                                                            .validate(read(file), InputFormat.JSON);

                                            // Then
                                            assertThat(errors).isNotEmpty();
                                            Map<String, Object> records = Samples.records();
                                            Class<?> type =
                                                    record.equals("directory")
                                                            ? DirectoryEntry.class
                                                            : records.get(record).getClass();
                                            assertThatThrownBy(() -> Json.read(read(file), type))
                                                    .isInstanceOf(Rejected.class);
                                        }));
    }

    @Test
    void everyFieldHasADescriptionAndAnExample() throws IOException {
        // Given
        List<String> bare = new ArrayList<>();

        // When
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            for (Path file : files.toList()) {
                collectBare(file.getFileName().toString(), JSON.readTree(read(file)), bare);
            }
        }

        // Then
        assertThat(bare).isEmpty();
    }

    private static void collectBare(String path, JsonNode node, List<String> bare) {
        node.path("properties")
                .properties()
                .forEach(
                        field -> {
                            JsonNode schema = field.getValue();
                            boolean composite =
                                    schema.has("$ref")
                                            || schema.has("oneOf")
                                            || schema.path("type").asText().equals("array");
                            if (!schema.hasNonNull("description")
                                    || (!composite && !schema.has("examples"))) {
                                bare.add(path + "/" + field.getKey());
                            }
                        });
        node.properties()
                .forEach(child -> collectBare(path + "/" + child.getKey(), child.getValue(), bare));
    }
}
