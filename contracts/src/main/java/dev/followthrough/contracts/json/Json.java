package dev.followthrough.contracts.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Canonical JSON: snake_case names in alphabetical order, no nulls, enums in lower case, instants
 * in ISO 8601, UTF-8, no white space. Equal values are equal bytes. Unknown fields are tolerated on
 * read. Thread-safe.
 */
public final class Json {
    /** Longest JSON document read, in bytes; what is longer is refused before it is parsed. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** The canonical bytes of a value; flat for state records ({@link Flat}). */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(
                    Flat.applies(value.getClass()) ? Flat.write(tree(value)) : value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The canonical text of a value. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /**
     * Reads a record.
     *
     * @throws Rejected {@code too-large}, {@code invalid-json} or {@code invalid-record}, naming
     *     where and why
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        if (bytes.length > MAX_BYTES) {
            throw new Rejected(
                    "too-large",
                    type.getSimpleName() + " of " + bytes.length + " bytes, at most " + MAX_BYTES);
        }
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (tree == null || !tree.isObject()) {
                throw new Rejected("invalid-json", type.getSimpleName() + " must be a JSON object");
            }
            return MAPPER.treeToValue(Flat.applies(type) ? Flat.read(tree, type) : tree, type);
        } catch (JsonMappingException e) {
            throw new Rejected(
                    "invalid-record", type.getSimpleName() + " at " + where(e) + ": " + cause(e));
        } catch (JsonProcessingException e) {
            throw new Rejected(
                    "invalid-json",
                    type.getSimpleName()
                            + " at byte "
                            + e.getLocation().getByteOffset()
                            + ": "
                            + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new Rejected(
                    "invalid-json",
                    type.getSimpleName() + ": " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    /** The same for a text. */
    public static <T> T read(String text, Class<T> type) {
        return read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    /** A value as a tree, nested (never flat). */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A copy of the mapper, for sources' own JSON that is read by hand. */
    public static ObjectMapper mapperCopy() {
        return MAPPER.copy();
    }

    static ObjectMapper mapper() {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(100)
                                        .maxStringLength(MAX_BYTES)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(new ContractsModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();
    }

    private static String where(JsonMappingException e) {
        List<JsonMappingException.Reference> path = e.getPath();
        return path.isEmpty()
                ? "/"
                : path.stream()
                        .map(
                                r ->
                                        r.getFieldName() != null
                                                ? "/" + r.getFieldName()
                                                : "/" + r.getIndex())
                        .collect(Collectors.joining());
    }

    private static String cause(JsonMappingException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return firstLine(
                deepest instanceof JsonProcessingException j
                        ? j.getOriginalMessage()
                        : String.valueOf(deepest.getMessage()));
    }

    /** Parsers quote the input after a line break; a person's words stay out of messages. */
    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
