package dev.followthrough.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whatever stands in a topic is read or refused with a reason; nothing else happens. */
class JsonFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ODD =
            List.of(
                    "null",
                    "1",
                    "-1",
                    "1e400",
                    "true",
                    "\"\"",
                    "\" \"",
                    "\"x\"",
                    "[]",
                    "[null]",
                    "[1]",
                    "[[]]",
                    "{}",
                    "{\"type\":\"promise\"}",
                    "{\"kind\":1}",
                    "[{\"type\":[]}]",
                    "\"[1]\"",
                    "\"[{}]\"",
                    "\"{\"");

    @Provide
    Arbitrary<SampleFile> samples() {
        return Arbitraries.of(SampleFile.in("golden/v1"));
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.of(ODD);
    }

    @Property(tries = 2_000)
    void anyFieldMayHoldAnything(
            @ForAll("samples") SampleFile sample, @ForAll("odd") String odd, @ForAll int position)
            throws IOException {
        // Given
        JsonNode document = JSON.readTree(sample.text());
        List<ObjectNode> objects = new ArrayList<>();
        collect(document, objects);
        ObjectNode object = objects.get(Math.floorMod(position, objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        object.set(names.get(Math.floorMod(position / 31, names.size())), JSON.readTree(odd));

        // When / Then
        isReadOrRefused(document.toString().getBytes(StandardCharsets.UTF_8), sample);
    }

    @Property(tries = 500)
    void aDocumentMayBreakOffAnywhere(@ForAll("samples") SampleFile sample, @ForAll int position) {
        // Given
        String text = sample.text();

        // When / Then
        isReadOrRefused(
                text.substring(0, Math.floorMod(position, text.length()))
                        .getBytes(StandardCharsets.UTF_8),
                sample);
    }

    @Property(tries = 500)
    void anyBytesMayCome(@ForAll("samples") SampleFile sample, @ForAll byte[] bytes) {
        // When / Then
        isReadOrRefused(bytes, sample);
    }

    private static void isReadOrRefused(byte[] bytes, SampleFile sample) {
        try {
            Object value = Json.read(bytes, sample.type());
            assertThat((Object) Json.read(Json.bytes(value), sample.type())).isEqualTo(value);
        } catch (Rejected e) {
            assertThat(e.reason()).isIn("invalid-json", "invalid-record", "too-large");
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "redlines by Friday");
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            into.add(object);
        }
        node.forEach(child -> collect(child, into));
    }
}
