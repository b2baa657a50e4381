package dev.followthrough.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Signal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

class JsonTest {
    @TestFactory
    Stream<DynamicTest> everyRecordComesBackEqualAndAsTheSameBytes() {
        return Samples.records().entrySet().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        sample.getKey(),
                                        () -> {
                                            // Given
                                            byte[] written = Json.bytes(sample.getValue());

                                            // When
                                            Class<?> type =
                                                    sample.getValue() instanceof DirectoryEntry
                                                            ? DirectoryEntry.class
                                                            : sample.getValue().getClass();
                                            Object read = Json.read(written, type);

                                            // Then
                                            assertThat(read).isEqualTo(sample.getValue());
                                            assertThat(Json.bytes(read)).isEqualTo(written);
                                        }));
    }

    @Test
    void stateRecordsAreFlatColumns() {
        // When
        String json = Json.text(Samples.commitment());

        // Then
        assertThat(json)
                .contains(
                        "\"due_at\":\"2026-03-07T04:59:59Z\"",
                        "\"owner_kind\":\"assigned\"",
                        "\"owner_party_email\":\"bob@buyer.example\"")
                .contains("\"evidence\":\"[{");
    }

    @Test
    void anUnknownKindOfCandidateIsKeptAsItCame() {
        // Given
        String json =
                Json.text(Samples.reading()).replace("\"type\":\"scope\"", "\"type\":\"prophecy\"");

        // When
        Reading reading = Json.read(json, Reading.class);

        // Then
        assertThat(reading.candidates())
                .filteredOn(c -> c instanceof Candidate.Unknown)
                .singleElement()
                .extracting(c -> ((Candidate.Unknown) c).type())
                .isEqualTo("prophecy");
        assertThat(Json.text(reading)).isEqualTo(json);
    }

    @Test
    void unknownFieldsAreTolerated() {
        // Given
        String json = Json.text(Samples.signal()).replaceFirst("\\{", "{\"added_in_v1_7\":[1,{}],");

        // When
        Signal signal = Json.read(json, Signal.class);

        // Then
        assertThat(signal).isEqualTo(Samples.signal());
    }

    @Test
    void aBadRecordIsRejectedWithWhereAndWhyButWithoutItsWords() {
        // Given
        String json =
                Json.text(Samples.signal()).replace("\"2026-03-02T15:04:05Z\"", "\"yesterday\"");

        // When / Then
        assertThatThrownBy(() -> Json.read(json, Signal.class))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Signal at /said_at")
                .hasMessageNotContaining("redlines");
        assertThatThrownBy(() -> Json.read("{\"id\":", Signal.class))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("at byte");
        assertThatThrownBy(() -> Json.read("[]", Signal.class))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("JSON object");
    }
}
