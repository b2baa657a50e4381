package dev.followthrough.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import dev.followthrough.contracts.model.Candidate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The schemas of nested records have exactly the components of the records: the same names, the
 * same ones required, the same words allowed. Flat state records are held by their samples.
 */
class SchemaShapeTest {
    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    /** Lists that are left out where they are empty, because v1 was written without them. */
    private static final Set<String> ABSENT_IF_EMPTY =
            Set.of("Reading.contract", "ScopeStatement.matter");

    private final Set<String> faults = new TreeSet<>();
    private final Set<Type> seen = new java.util.HashSet<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signal",
                "action",
                "directory",
                "reading",
                "event",
                "message",
                "delivery",
                "dead-letter"
            })
    void aSchemaHasTheShapeOfItsRecord(String name) throws IOException {
        // Given
        JsonNode root =
                new ObjectMapper()
                        .readTree(SampleFile.read(SampleFile.SCHEMAS.resolve(name + ".v1.json")));
        Class<?> type = SampleFile.RECORDS.get(name);

        // When
        compare(name, root, root, type == null ? Object.class : type);

        // Then
        assertThat(faults).isEmpty();
        assertThat(seen).contains(type);
    }

    private void compare(String path, JsonNode root, JsonNode given, Type type) {
        JsonNode schema = resolved(root, given);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            expect(path, "array", schema.path("type").asText());
            compare(path + "[]", root, schema.path("items"), list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> c && c.isEnum()) {
            expect(path, constants(c), words(schema.path("enum")));
        } else if (type instanceof Class<?> c && isOurs(c) && c.isSealed() && seen.add(c)) {
            alternatives(path, root, schema, c);
        } else if (type instanceof Class<?> c && isOurs(c) && isNested(c)) {
            seen.add(c);
            record(path, root, schema, c, tagOf(c));
        }
    }

    /** An alternative carries its tag also where no other may stand. */
    private static Set<String> tagOf(Class<?> type) {
        return Candidate.class.isAssignableFrom(type) ? Set.of("type") : Set.of();
    }

    private void alternatives(String path, JsonNode root, JsonNode schema, Class<?> sealed) {
        List<Class<?>> kinds =
                Arrays.stream(sealed.getPermittedSubclasses())
                        .flatMap(
                                kind ->
                                        kind.isSealed()
                                                ? Arrays.stream(kind.getPermittedSubclasses())
                                                : java.util.stream.Stream.of(kind))
                        .filter(kind -> kind != Candidate.Unknown.class)
                        .<Class<?>>map(kind -> kind)
                        .toList();
        expect(path + " alternatives", kinds.size(), schema.path("oneOf").size());
        for (Class<?> kind : kinds) {
            String tag = sealed == Candidate.class ? "type" : "kind";
            JsonNode node = alternative(root, schema, tag, kind);
            record(path + "(" + kind.getSimpleName() + ")", root, node, kind, Set.of(tag));
        }
    }

    private static JsonNode alternative(JsonNode root, JsonNode schema, String tag, Class<?> kind) {
        String written = NAMES.translate(kind.getSimpleName());
        for (JsonNode each : schema.path("oneOf")) {
            String word = resolved(root, each).path("properties").path(tag).path("const").asText();
            if (written.startsWith(word) && !word.isEmpty()) {
                return resolved(root, each);
            }
        }
        return schema.path("no alternative for " + written);
    }

    private void record(
            String path, JsonNode root, JsonNode schema, Class<?> type, Set<String> more) {
        Set<String> names = new TreeSet<>(more);
        Set<String> required = new TreeSet<>(more);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = NAMES.translate(component.getName());
            names.add(name);
            boolean optional =
                    ABSENT_IF_EMPTY.contains(type.getSimpleName() + "." + name)
                            || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional) {
                required.add(name);
            }
            JsonNode property = schema.path("properties").path(name);
            compare(path + "/" + name, root, property, component.getGenericType());
        }
        Set<String> properties = new TreeSet<>();
        schema.path("properties").properties().forEach(field -> properties.add(field.getKey()));
        expect(path, names, properties);
        expect(path + " required", required, words(schema.path("required")));
        expect(path + " closed", true, schema.has("additionalProperties"));
    }

    private void expect(String path, Object code, Object schema) {
        if (!code.equals(schema)) {
            faults.add(path + ": the code has " + code + ", the schema " + schema);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Set<String> constants(Class<?> type) {
        Set<String> words = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
            words.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new TreeSet<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.followthrough.");
    }

    /** A record of one component named value is an id and written as a string. */
    private static boolean isNested(Class<?> type) {
        return type.isRecord()
                && !(type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getName().equals("value"));
    }
}
