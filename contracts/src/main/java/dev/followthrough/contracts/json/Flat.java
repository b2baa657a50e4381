package dev.followthrough.contracts.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Handoff;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * State records as flat columns, so that a warehouse sink maps and merges them: {@code due.at} is
 * {@code due_at}, a list is a column of JSON text. The record type decides the columns; reading
 * inverts writing.
 */
final class Flat {
    private static final Set<Class<?>> STATE =
            Set.of(Commitment.class, Handoff.class, AccountSummary.class, Escalation.class);
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private Flat() {}

    static boolean applies(Class<?> type) {
        return STATE.contains(type);
    }

    static ObjectNode write(JsonNode nested) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        write("", nested, flat);
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        List<String> names = new java.util.ArrayList<>();
        flat.fieldNames().forEachRemaining(names::add);
        names.stream().sorted().forEach(name -> sorted.set(name, flat.get(name)));
        return sorted;
    }

    private static void write(String prefix, JsonNode node, ObjectNode into) {
        node.properties()
                .forEach(
                        field -> {
                            JsonNode value = field.getValue();
                            if (value.isObject()) {
                                write(prefix + field.getKey() + "_", value, into);
                            } else {
                                into.set(
                                        prefix + field.getKey(),
                                        value.isArray()
                                                ? TextNode.valueOf(value.toString())
                                                : value);
                            }
                        });
    }

    static ObjectNode read(JsonNode flat, Class<?> type) throws JsonProcessingException {
        return record("", flat, type);
    }

    private static ObjectNode record(String prefix, JsonNode flat, Class<?> type)
            throws JsonProcessingException {
        ObjectNode nested = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = NAMES.translate(component.getName());
            JsonNode value = value(prefix + name, flat, component.getType());
            if (value != null) {
                nested.set(name, value);
            }
        }
        return nested;
    }

    private static @org.jspecify.annotations.Nullable JsonNode value(
            String column, JsonNode flat, Class<?> type) throws JsonProcessingException {
        if (type.isSealed() && isOurs(type)) {
            JsonNode kind = flat.get(column + "_kind");
            return kind == null
                    ? null
                    : record(column + "_", flat, alternative(type, kind.asText()))
                            .set("kind", kind);
        }
        if (isNested(type)) {
            ObjectNode nested = record(column + "_", flat, type);
            return nested.isEmpty() ? null : nested;
        }
        JsonNode value = flat.get(column);
        return value != null && List.class.isAssignableFrom(type)
                ? PLAIN.readTree(value.asText())
                : value;
    }

    /** A record of one component named value is an id and written as a string. */
    private static boolean isNested(Class<?> type) {
        return type.isRecord()
                && isOurs(type)
                && !(type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getName().equals("value"));
    }

    /** The platform has sealed types of its own (ZoneId) that are written as text. */
    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.followthrough.");
    }

    private static Class<?> alternative(Class<?> sealed, String kind)
            throws JsonProcessingException {
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            if (each.getSimpleName().toLowerCase(Locale.ROOT).equals(kind)) {
                return each;
            }
        }
        throw new com.fasterxml.jackson.databind.JsonMappingException(
                null, sealed.getSimpleName() + " has no kind '" + kind + "'");
    }
}
