package dev.followthrough.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The published schemas, the samples beside them and the code say the same. */
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<Error> errors(String record, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        SampleFile.read(SampleFile.SCHEMAS.resolve(record + ".v1.json")),
                        InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }

    static List<SampleFile> valid() {
        return Stream.of("golden/v1", "good")
                .flatMap(folder -> SampleFile.in(folder).stream())
                .toList();
    }

    static List<SampleFile> bad() {
        return SampleFile.in("bad");
    }

    static List<SampleFile> newer() {
        return SampleFile.in("newer");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aGoodSampleFitsItsSchemaAndSoDoesWhatTheCodeMakesOfIt(SampleFile file) {
        // When
        Object value = Json.read(file.text(), file.type());

        // Then
        assertThat(errors(file.record(), file.text())).isEmpty();
        assertThat(errors(file.record(), Json.text(value))).isEmpty();
        assertThat((Object) Json.read(Json.bytes(value), file.type())).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void theCodeKeepsEveryFieldOfAGoodSample(SampleFile file) throws IOException {
        // When
        String written = Json.text(Json.read(file.text(), file.type()));

        // Then
        assertThat(columns(JSON.readTree(written))).isEqualTo(columns(JSON.readTree(file.text())));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadSampleIsRefusedByTheSchemaAndByTheCode(SampleFile file) {
        // Then
        assertThat(errors(file.record(), file.text())).isNotEmpty();
        assertThatThrownBy(() -> Json.read(file.text(), file.type()))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith(file.type().getSimpleName() + " at ");
    }

    @ParameterizedTest
    @MethodSource("newer")
    void aNewerSampleIsRefusedFromWritersButTakenFromReaders(SampleFile file) {
        // When
        Object value = Json.read(file.text(), file.type());

        // Then
        assertThat(errors(file.record(), file.text())).isNotEmpty();
        assertThat((Object) Json.read(Json.bytes(value), file.type())).isEqualTo(value);
    }

    @Test
    void everyRecordHasASchemaAGoldenAGoodAndABadSample() throws IOException {
        // Given
        Set<String> records = new TreeSet<>(SampleFile.RECORDS.keySet());

        // Then
        assertThat(schemas().stream().map(SchemaTest::recordOf)).containsExactlyElementsOf(records);
        for (String folder : List.of("golden/v1", "good", "bad")) {
            Set<String> found = new TreeSet<>();
            SampleFile.in(folder).forEach(file -> found.add(file.record()));
            assertThat(found).as(folder).isEqualTo(records);
        }
    }

    @Test
    void everyFieldHasADescriptionAndAnExample() throws IOException {
        // Given
        List<String> bare = new ArrayList<>();

        // When
        for (Path file : schemas()) {
            collectBare(recordOf(file), JSON.readTree(SampleFile.read(file)), bare);
        }

        // Then
        assertThat(bare).isEmpty();
    }

    private static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(SampleFile.SCHEMAS)) {
            return files.sorted().toList();
        }
    }

    private static String recordOf(Path schema) {
        return schema.getFileName().toString().replace(".v1.json", "");
    }

    private static Set<String> columns(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.properties().forEach(field -> names.add(field.getKey()));
        return names;
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
