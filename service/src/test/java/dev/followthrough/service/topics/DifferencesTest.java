package dev.followthrough.service.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.StartException;
import dev.followthrough.service.topics.Differences.Standing;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class DifferencesTest {
    private static final Map<String, Topic<?>> WANTED =
            Map.of(
                    "blue.ingest.action.v1",
                    Topics.ACTION,
                    "blue.extract.reading.v1",
                    Topics.READING);

    private static Standing standing(int partitions, Topic<?> topic, String... more) {
        Map<String, String> settings = new HashMap<>(topic.config());
        settings.put("segment.bytes", "1073741824");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new Standing(partitions, settings);
    }

    @Test
    void aTopicAsDeclaredIsTaken() {
        // When
        Differences found =
                Differences.of(
                        WANTED,
                        Map.of(
                                "blue.ingest.action.v1", standing(6, Topics.ACTION),
                                "blue.extract.reading.v1", standing(6, Topics.READING)),
                        6);

        // Then
        assertThat(found.warnings()).isEmpty();
        assertThatCode(found::refuse).doesNotThrowAnyException();
    }

    @Test
    void everyContradictionIsNamedAtOnce() {
        // When
        Differences found =
                Differences.of(
                        WANTED,
                        Map.of(
                                "blue.ingest.action.v1",
                                standing(3, Topics.ACTION),
                                "blue.extract.reading.v1",
                                standing(6, Topics.READING, "cleanup.policy", "delete")),
                        6);

        // Then
        assertThatThrownBy(found::refuse)
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "topics contradict their declaration: "
                                + "blue.extract.reading.v1 has cleanup.policy 'delete', declared 'compact'; "
                                + "blue.ingest.action.v1 has 3 partitions, topics.partitions is 6; "
                                + "correct the settings, or use another deployment.prefix");
    }

    @Test
    void whatAnOperatorMayChooseIsOnlyWarnedOf() {
        // When
        Differences found =
                Differences.of(
                        WANTED,
                        Map.of(
                                "blue.ingest.action.v1",
                                standing(6, Topics.ACTION, "delete.retention.ms", "1")),
                        6);

        // Then
        assertThat(found.contradictions()).isEmpty();
        assertThat(found.warnings())
                .containsExactly(
                        "blue.ingest.action.v1 has delete.retention.ms '1', declared '2592000000'");
    }
}
