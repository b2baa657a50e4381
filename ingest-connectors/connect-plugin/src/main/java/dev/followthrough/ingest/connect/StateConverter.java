package dev.followthrough.ingest.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives sinks a schema for our topics: the flat JSON of commitments, handoffs, accounts and
 * escalations becomes a struct, by the JSON Schemas that the topics are published with; columns
 * that hold lists stay JSON text. A null value stays null, so that a sink deletes. Keys become
 * text.
 *
 * <p>Fields that a schema does not know yet are left out; a record that contradicts it is refused
 * with a {@link DataException} that names the field, never its content. Thread-safe once
 * configured.
 */
public final class StateConverter implements Converter {
    public static final String RECORD = "record";
    public static final String TIMES = "timestamps";

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF =
            new ConfigDef()
                    .define(
                            RECORD,
                            Type.STRING,
                            "",
                            new Matching("[a-z-]{0,40}"),
                            Importance.MEDIUM,
                            "Which record the topics hold: commitment, handoff, account, escalation, event, message or delivery. "
                                    + "Empty takes it from the topic's name: commitments.commitment.v1.")
                    .define(
                            TIMES,
                            Type.STRING,
                            "timestamp",
                            ConfigDef.ValidString.in("timestamp", "string"),
                            Importance.MEDIUM,
                            "How instants are shown: timestamp for Connect's own type in whole milliseconds, which sinks map to columns of times; "
                                    + "string for the ISO 8601 text as it is.");

    private static final ObjectMapper MAPPER = Json.mapperCopy();

    private final ConcurrentMap<String, StateSchema> schemas = new ConcurrentHashMap<>();
    private String record = "";
    private boolean timestamps = true;
    private boolean key;

    @Override
    public ConfigDef config() {
        return DEF;
    }

    /**
     * @throws ConfigException where a setting is wrong, or names a record that has no columns
     */
    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        Map<String, Object> parsed = DEF.parse(settings);
        record = String.valueOf(parsed.get(RECORD));
        timestamps = "timestamp".equals(parsed.get(TIMES));
        key = isKey;
        if (!record.isEmpty() && StateSchema.find(record, timestamps) == null) {
            throw new ConfigException(
                    RECORD, record, "must be a record with columns, such as commitment");
        }
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] value) {
        if (value == null) {
            return SchemaAndValue.NULL;
        }
        if (key) {
            return new SchemaAndValue(
                    Schema.STRING_SCHEMA, new String(value, StandardCharsets.UTF_8));
        }
        StateSchema schema = schemas.computeIfAbsent(topic, this::schema);
        return new SchemaAndValue(schema.schema(), schema.struct(read(topic, value)));
    }

    private StateSchema schema(String topic) {
        String name = record.isEmpty() ? segment(topic) : record;
        StateSchema schema = StateSchema.find(name, timestamps);
        if (schema == null) {
            throw new DataException(
                    "topic "
                            + topic
                            + " holds no record with columns: say which with value.converter."
                            + RECORD);
        }
        return schema;
    }

    /** {@code blue.commitments.commitment.v1} holds commitments. */
    private static String segment(String topic) {
        String[] segments = topic.toLowerCase(Locale.ROOT).split("\\.");
        return segments.length < 2 ? "" : segments[segments.length - 2];
    }

    private static JsonNode read(String topic, byte[] value) {
        if (value.length > Json.MAX_BYTES) {
            throw new DataException(
                    "value in " + topic + " must have at most " + Json.MAX_BYTES + " bytes");
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(value);
        } catch (IOException e) {
            throw new DataException("value in " + topic + " must be JSON");
        }
        if (tree == null || !tree.isObject()) {
            throw new DataException("value in " + topic + " must be a JSON object");
        }
        return tree;
    }

    /** Bytes pass: these topics are written by the services, in their own form. */
    @Override
    public byte @Nullable [] fromConnectData(
            String topic, @Nullable Schema schema, @Nullable Object value) {
        if (value == null || value instanceof byte[]) {
            return (byte[]) value;
        }
        throw new DataException(
                "StateConverter is for sinks; what is written to "
                        + topic
                        + " must be bytes, was "
                        + value.getClass().getSimpleName());
    }
}
