package dev.followthrough.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;

class StateConverterTest {
    private static final String TOPIC = "commitments.commitment.v1";
    private static final String COMMITMENT =
            """
            {"account":"hubspot:company/7","confidence":0.93,"contradictions":"[]","conversation":"slack:T1/C1",
             "decisions":"[]","due_at":"2026-03-13T23:59:59.123456Z","due_implied":false,"earlier_dues":"[]",
             "evidence":"[{\\"quote\\":\\"I will send it by Friday.\\"}]","first_said":"2026-03-09T10:00:00Z",
             "former_ids":"[]","id":"hubspot:company/7~00","last_activity":"2026-03-09T10:00:00Z",
             "modality":"firm","owner_kind":"none","promisor_kind":"person","side":"ours","state":"open",
             "title":"send the redlines","version":"v","of_next_year":{"a":1}}
            """;

    private static StateConverter converter(Map<String, String> settings, boolean key) {
        StateConverter converter = new StateConverter();
        converter.configure(settings, key);
        return converter;
    }

    private static SchemaAndValue read(String topic, String json) {
        return converter(Map.of(), false)
                .toConnectData(topic, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCommitmentIsAStructWithTypedColumns() {
        // When
        SchemaAndValue read = read("blue." + TOPIC, COMMITMENT);

        // Then
        Struct struct = (Struct) read.value();
        struct.validate();
        assertThat(read.schema().name()).isEqualTo("dev.followthrough.commitment");
        assertThat(struct.getString("id")).isEqualTo("hubspot:company/7~00");
        assertThat(struct.getFloat64("confidence")).isEqualTo(0.93);
        assertThat(struct.getString("evidence")).startsWith("[{\"quote\"");
        assertThat(struct.get("first_said"))
                .isEqualTo(Date.from(Instant.parse("2026-03-09T10:00:00Z")));
        assertThat(struct.get("due_at"))
                .isEqualTo(Date.from(Instant.parse("2026-03-13T23:59:59.123Z")));
        assertThat(struct.getString("deal")).isNull();
        assertThat(read.schema().field("first_said").schema().name())
                .isEqualTo(Timestamp.LOGICAL_NAME);
        assertThat(read.schema().field("of_next_year")).isNull();
    }

    @Test
    void instantsStayTextWhereAsked() {
        // Given
        StateConverter converter = converter(Map.of("timestamps", "string"), false);

        // When
        SchemaAndValue read =
                converter.toConnectData(TOPIC, COMMITMENT.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(((Struct) read.value()).getString("due_at"))
                .isEqualTo("2026-03-13T23:59:59.123456Z");
    }

    @Test
    void aTombstoneStaysNull() {
        // When
        SchemaAndValue read = converter(Map.of(), false).toConnectData(TOPIC, null);

        // Then
        assertThat(read.value()).isNull();
        assertThat(read.schema()).isNull();
    }

    @Test
    void aKeyIsText() {
        // When
        SchemaAndValue read =
                converter(Map.of(), true)
                        .toConnectData(TOPIC, "a~b".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(read).isEqualTo(new SchemaAndValue(Schema.STRING_SCHEMA, "a~b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commitment",
                "handoff",
                "account",
                "escalation",
                "event",
                "message",
                "delivery"
            })
    void everyRecordWithColumnsHasASchemaWithWordsForEach(String record) {
        // When
        StateSchema schema = Objects.requireNonNull(StateSchema.find(record, true), record);

        // Then
        assertThat(schema.schema().fields())
                .isNotEmpty()
                .extracting(Field::schema)
                .allSatisfy(column -> assertThat(column.doc()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commitments.commitment.v1 | {\"id\":\"secret words\" | value in commitments.commitment.v1 must be JSON",
                "commitments.commitment.v1 | [1] | value in commitments.commitment.v1 must be a JSON object",
                "commitments.commitment.v1 | {\"account\":\"secret words\"} | dev.followthrough.commitment.id must be there",
                "orders | {} | topic orders holds no record with columns: say which with value.converter.record",
                "ingest.directory.v1 | {} | topic ingest.directory.v1 holds no record with columns: say which with value.converter.record"
            })
    void whatContradictsTheSchemaIsRefusedWithoutShowingIt(
            String topic, String json, String message) {
        // Then
        assertThatThrownBy(() -> read(topic, json))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"confidence\":0.93 | \"confidence\":\"much\" | dev.followthrough.commitment.confidence must be float64",
                "\"due_implied\":false | \"due_implied\":\"no\" | dev.followthrough.commitment.due_implied must be boolean",
                "\"first_said\":\"2026-03-09T10:00:00Z\" | \"first_said\":\"yesterday\" | dev.followthrough.commitment.first_said must be an instant in ISO 8601"
            })
    void aColumnOfAnotherTypeIsNamed(String right, String wrong, String message) {
        // Given
        String broken = COMMITMENT.replace(right, wrong);

        // Then
        assertThatThrownBy(() -> read(TOPIC, broken))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    @Test
    void aWrongSettingIsRefused() {
        // Then
        assertThatThrownBy(() -> converter(Map.of("record", "invoice"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must be a record with columns");
        assertThatThrownBy(() -> converter(Map.of("timestamps", "moon"), false))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void aWorkerFindsItAndSourcesMayPassBytes() {
        // When
        boolean found =
                ServiceLoader.load(Converter.class).stream()
                        .anyMatch(each -> each.type() == StateConverter.class);

        // Then
        assertThat(found).isTrue();
        assertThat(converter(Map.of(), false).fromConnectData(TOPIC, null, new byte[] {1}))
                .containsExactly(1);
        assertThatThrownBy(() -> converter(Map.of(), false).fromConnectData(TOPIC, null, "text"))
                .isInstanceOf(DataException.class);
    }
}
