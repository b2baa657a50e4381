package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class CloudEventsTest {
    private static final Instant SAID = Instant.parse("2026-03-02T15:04:05Z");

    @Test
    void theAttributesOfABinaryModeEventAreComplete() {
        // Then
        assertThat(CloudEvents.attributes("c~1", "extractor-stream", Topics.READING, SAID))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "c~1"),
                        entry("ce_source", "/followthrough/extractor-stream"),
                        entry("ce_type", "dev.followthrough.extract.reading.v1"),
                        entry("ce_time", "2026-03-02T15:04:05Z"),
                        entry("content-type", "application/json"));
    }

    @Test
    void aLaterSinkOverwritesThemAndLeavesOtherHeaders() {
        // Given
        RecordHeaders headers = new RecordHeaders();
        headers.add("permalink", "https://x.example/1".getBytes(StandardCharsets.UTF_8));
        CloudEvents.stamp(headers, "s~1", "receiver", Topics.ACTION, SAID);

        // When
        CloudEvents.stamp(headers, "a~1", "extractor-stream", Topics.READING, SAID);

        // Then
        List<String> names = new ArrayList<>();
        for (Header header : headers) {
            names.add(header.key());
        }
        assertThat(names)
                .containsExactly(
                        "permalink",
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_time",
                        "content-type");
        assertThat(headers.lastHeader("ce_type").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("dev.followthrough.extract.reading.v1");
    }
}
