package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code docs/asyncapi.yaml} says what the declarations say. */
class AsyncApiTest {
    private static final Path DOCS = Path.of("../docs");
    private static final String MESSAGES = "#/components/messages/";

    private JsonNode api = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        api = new YAMLMapper().readTree(Files.readString(DOCS.resolve("asyncapi.yaml")));
    }

    @Test
    void isAnAsyncApiOfVersionThree() {
        // Then
        assertThat(api.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(api.path("info").path("title").asText()).isEqualTo("Followthrough");
        assertThat(api.path("info").hasNonNull("version")).isTrue();
        assertThat(api.path("servers").path("kafka").path("protocol").asText()).isEqualTo("kafka");
    }

    @Test
    void hasOneChannelForEachTopicAndNoOther() {
        // Then
        assertThat(names(api.path("channels")))
                .containsExactlyElementsOf(Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void everyChannelIsAsItsTopicIsDeclared() {
        for (Topic<?> topic : Topics.all()) {
            // Given
            JsonNode channel = api.path("channels").path(topic.name());

            // Then
            assertThat(channel.path("address").asText()).isEqualTo(topic.name());
            assertThat(channel.path("description").asText()).isNotBlank();
            assertThat(channel.path("x-place").asText())
                    .as(topic.name())
                    .isEqualTo(topic.place().name().toLowerCase(Locale.ROOT));
            assertThat(settings(channel)).as(topic.name()).isEqualTo(topic.config());
        }
    }

    @Test
    void everyMessageIsTheRecordOfItsTopicWithItsPublishedSchema() {
        for (Topic<?> topic : Topics.all()) {
            // Given
            String record = topic.name().split("\\.")[1];
            JsonNode channel = api.path("channels").path(topic.name());
            JsonNode message = api.path("components").path("messages").path(record);

            // Then
            assertThat(names(channel.path("messages"))).containsExactly(record);
            assertThat(channel.path("messages").path(record).path("$ref").asText())
                    .isEqualTo(MESSAGES + record);
            assertThat(message.path("name").asText()).isEqualTo(topic.type().getSimpleName());
            assertThat(message.path("payload").path("schema").path("$ref").asText())
                    .endsWith("/schemas/" + TopicSchemas.file(topic));
        }
        assertThat(names(api.path("components").path("messages"))).hasSize(12);
    }

    @Test
    void everyTopicIsWrittenByItsOwnerAlone() {
        // When
        Map<String, String> writers = new TreeMap<>();
        for (JsonNode operation : api.path("operations")) {
            assertThat(operation.path("action").asText()).isEqualTo("send");
            String channel = operation.path("channel").path("$ref").asText();
            writers.put(
                    channel.substring("#/channels/".length()),
                    operation.path("tags").path(0).path("name").asText());
        }

        // Then
        Map<String, String> owners = new TreeMap<>();
        Topics.all().forEach(topic -> owners.put(topic.name(), topic.owner()));
        assertThat(writers).isEqualTo(owners);
        assertThat(api.path("operations")).hasSize(owners.size());
    }

    @Test
    void theHeadersAreThoseThatTheCodeStamps() {
        // Given
        Set<String> stamped =
                CloudEvents.attributes("id", "receiver", Topics.ACTION, Instant.EPOCH).keySet();

        // Then
        JsonNode headers =
                api.path("components").path("messageTraits").path("cloudEvent").path("headers");
        assertThat(names(headers.path("properties"))).containsExactlyElementsOf(stamped);
        List<String> required = new ArrayList<>();
        headers.path("required").forEach(name -> required.add(name.asText()));
        assertThat(required).containsExactlyElementsOf(stamped);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        // Given
        Set<String> references = new TreeSet<>();
        collect(api, references);

        // Then
        assertThat(references).hasSizeGreaterThan(60);
        assertThat(references)
                .allMatch(
                        reference ->
                                reference.startsWith("#")
                                        ? !api.at(pointer(reference)).isMissingNode()
                                        : Files.isRegularFile(DOCS.resolve(reference)));
    }

    private static String pointer(String reference) {
        return reference.substring(1);
    }

    private static Map<String, String> settings(JsonNode channel) {
        Map<String, String> settings = new TreeMap<>();
        channel.path("bindings")
                .path("kafka")
                .path("topicConfiguration")
                .properties()
                .forEach(
                        setting ->
                                settings.put(
                                        setting.getKey(),
                                        setting.getValue().isArray()
                                                ? setting.getValue().path(0).asText()
                                                : setting.getValue().asText()));
        return settings;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }
}
