package dev.followthrough.ingest.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;

import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/** A record's JSON Schema as a Connect schema, and its values as structs. Immutable. */
final class StateSchema {
    private static final ObjectMapper MAPPER = Json.mapperCopy();
    private static final int VERSION = 1;

    private final Schema schema;

    private StateSchema(Schema schema) {
        this.schema = schema;
    }

    /** Null where there is no such record, or none whose first level is columns. */
    static @Nullable StateSchema find(String record, boolean timestamps) {
        if (!record.matches("[a-z-]+")) {
            return null;
        }
        String file = "/schemas/" + record + ".v" + VERSION + ".json";
        try (InputStream in = Json.class.getResourceAsStream(file)) {
            JsonNode json = in == null ? null : MAPPER.readTree(in);
            return json == null || json.path("properties").isEmpty()
                    ? null
                    : of(record, json, timestamps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StateSchema of(String record, JsonNode json, boolean timestamps) {
        Set<String> required = new HashSet<>();
        json.path("required").forEach(name -> required.add(name.asText()));
        SchemaBuilder schema =
                SchemaBuilder.struct()
                        .name("dev.followthrough." + record)
                        .version(VERSION)
                        .doc(json.path("description").asText());
        json.path("properties")
                .properties()
                .forEach(
                        property ->
                                schema.field(
                                        property.getKey(),
                                        column(
                                                property.getValue(),
                                                required.contains(property.getKey()),
                                                timestamps)));
        return new StateSchema(schema.build());
    }

    /** What is neither a number nor a truth value nor an instant is text; lists are JSON text. */
    private static Schema column(JsonNode property, boolean required, boolean timestamps) {
        SchemaBuilder column =
                switch (property.path("type").asText()) {
                    case "integer" -> SchemaBuilder.int64();
                    case "number" -> SchemaBuilder.float64();
                    case "boolean" -> SchemaBuilder.bool();
                    default ->
                            timestamps && property.path("format").asText().equals("date-time")
                                    ? Timestamp.builder()
                                    : SchemaBuilder.string();
                };
        column.doc(property.path("description").asText());
        return required ? column.build() : column.optional().build();
    }

    Schema schema() {
        return schema;
    }

    Struct struct(JsonNode json) {
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            JsonNode value = json.path(field.name());
            if (!value.isMissingNode() && !value.isNull()) {
                struct.put(field, value(field, value));
            } else if (!field.schema().isOptional()) {
                throw wrong(field, "must be there");
            }
        }
        return struct;
    }

    private Object value(Field field, JsonNode value) {
        return switch (field.schema().type()) {
            case INT64 ->
                    Timestamp.LOGICAL_NAME.equals(field.schema().name())
                            ? time(field, value)
                            : checked(field, value.isIntegralNumber(), value.asLong());
            case FLOAT64 -> checked(field, value.isNumber(), value.asDouble());
            case BOOLEAN -> checked(field, value.isBoolean(), value.asBoolean());
            default -> value.isTextual() ? value.textValue() : value.toString();
        };
    }

    private Object checked(Field field, boolean right, Object value) {
        if (!right) {
            throw wrong(field, "must be " + field.schema().type().getName());
        }
        return value;
    }

    private Date time(Field field, JsonNode value) {
        try {
            return Date.from(OffsetDateTime.parse(value.asText()).toInstant());
        } catch (DateTimeException e) {
            throw wrong(field, "must be an instant in ISO 8601");
        }
    }

    private DataException wrong(Field field, String rule) {
        return new DataException(schema.name() + "." + field.name() + " " + rule);
    }
}
