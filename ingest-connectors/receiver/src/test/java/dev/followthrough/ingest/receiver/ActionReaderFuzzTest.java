package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.service.http.Problem;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whatever comes in is an action that can be written and read again, or a problem; no third. */
class ActionReaderFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-03-02T15:04:05Z");
    private static final String GOOD =
            """
            {"id":"a","kind":"assign","conversation":"c","signal":"s","utterance":1,"quote":"q",
             "by":{"id":"u","name":"n","email":"e@x.example"},"at":"2026-03-02T15:00:00Z",
             "seen":["b"],"assignee":{"id":"v"}}
            """;

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "id",
                "kind",
                "conversation",
                "signal",
                "utterance",
                "quote",
                "by",
                "at",
                "seen",
                "assignee",
                "until",
                "x~/y");
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> odd =
                Arbitraries.of(
                        "null",
                        "true",
                        "1",
                        "-1",
                        "1e999",
                        "12345678901234567890",
                        "[]",
                        "{}",
                        "[[]]",
                        "\"\"",
                        "\" \"",
                        "\"done\"",
                        "\"snooze\"",
                        "\"deal:d\"",
                        "\"2026-03-02T15:04:05Z\"",
                        "\"+999999999-12-31T23:59:59+18:00\"",
                        "\"\\ud83d\"",
                        "\"~%\\u0000\\n\"",
                        "{\"id\":\"w\",\"email\":\" \"}",
                        "{\"email\":\"W@X.example\"}",
                        "[\"a\",null]");
        Arbitrary<String> text =
                Arbitraries.strings().ofMaxLength(40).map(s -> JSON.valueToTree(s).toString());
        return Arbitraries.oneOf(odd, text);
    }

    @Property(tries = 2_000)
    void anyMembersMayHoldAnything(
            @ForAll Map<@From("names") String, @From("values") String> members) throws IOException {
        // Given
        ObjectNode document = (ObjectNode) JSON.readTree(GOOD);
        for (Map.Entry<String, String> member : members.entrySet()) {
            JsonNode value = JSON.readTree(member.getValue());
            document.set(member.getKey(), value);
        }

        // Then
        isActionOrProblem(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1_000)
    void anyBytesMayCome(@ForAll List<Byte> bytes, @ForAll boolean afterAnAction) {
        // Given
        byte[] start = afterAnAction ? GOOD.getBytes(StandardCharsets.UTF_8) : new byte[0];
        byte[] body = java.util.Arrays.copyOf(start, start.length + bytes.size());
        for (int i = 0; i < bytes.size(); i++) {
            body[start.length + i] = bytes.get(i);
        }

        // Then
        isActionOrProblem(body);
    }

    private static void isActionOrProblem(byte[] body) {
        Action action;
        try {
            action = ActionReader.read(body, new ActionId("given"), NOW);
        } catch (Problem problem) {
            assertThat(problem.status()).isIn(400, 422);
            assertThat(problem.getMessage()).isNotBlank().doesNotContain("\n", "Exception");
            return;
        }
        assertThat(Json.read(Json.bytes(action), Action.class)).isEqualTo(action);
        assertThat(Keys.action(action).place()).isEqualTo(action.conversation().value());
        assertThat(action.at()).isBefore(NOW.plusSeconds(301));
    }
}
