package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/topics.md} is printed from the declarations. */
class TopicsPageTest {
    private static final String HEAD =
            """
            # Topics

            Printed from `dev.followthrough.contracts.topic.Topics` by a test; do not edit.

            `<owner>.<record>[.<source>].v<major>`: the first segment names the only writer. A deployment's prefix
            goes with a dot before every name. Every key is `<place>~<rest>`, with `~` and `%%` inside a part written
            `%%7E` and `%%25`; the part before the first `~` alone decides the partition (murmur2 of its UTF-8 bytes).
            Every topic of a deployment has the same number of partitions (`topics.partitions`), fixed for its life.
            Values are canonical JSON; CloudEvents 1.0 attributes are headers; a tombstone is a null value. Read with
            `isolation.level=read_committed`.

            | Topic | What | Value | Place of the key | Kept |
            |---|---|---|---|---|
            """
                    .formatted();

    private static final String SETTINGS =
            """

            ## Settings at creation

            What a topic is created with. A start refuses a topic whose `cleanup.policy` or number of partitions
            contradicts this.

            | Topic | Settings |
            |---|---|
            """;

    @Test
    void isAsDeclared() throws IOException {
        new GeneratedPage(Path.of("../docs/topics.md")).mustRead(page());
    }

    @Test
    void namesEveryTopicInTheOrderOfTheFlow() {
        // When
        String page = page();

        // Then
        assertThat(page)
                .containsSubsequence(
                        Topics.all().stream()
                                .map(topic -> "| `" + topic.name() + "`")
                                .toArray(CharSequence[]::new));
    }

    private static String page() {
        return HEAD
                + Topics.all().stream().map(TopicsPageTest::row).collect(Collectors.joining())
                + SETTINGS
                + Topics.all().stream().map(TopicsPageTest::settings).collect(Collectors.joining());
    }

    private static String row(Topic<?> topic) {
        return "| `%s` | %s | [%s](../contracts/src/main/resources/schemas/%s) | %s | %s |%n"
                .formatted(
                        topic.name(),
                        topic.doc(),
                        topic.type().getSimpleName(),
                        TopicSchemas.file(topic),
                        topic.place().name().toLowerCase(Locale.ROOT),
                        kept(topic.retention()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String settings(Topic<?> topic) {
        String settings =
                topic.config().entrySet().stream()
                        .map(setting -> "`" + setting.getKey() + "=" + setting.getValue() + "`")
                        .collect(Collectors.joining(", "));
        return "| `" + topic.name() + "` | " + settings + " |\n";
    }

    private static String kept(@Nullable Duration retention) {
        return retention == null ? "newest of each key" : retention.toDays() + " days";
    }
}
