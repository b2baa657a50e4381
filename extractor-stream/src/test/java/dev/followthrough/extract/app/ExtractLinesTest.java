package dev.followthrough.extract.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class ExtractLinesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void promiseComesOutWithQuoteSpanDueAndPromisor() throws IOException {
        // Given
        String line =
                """
                {"id":"1","text":"Hi! I'll send you the redlines by Friday.","said_at":"2026-03-02T10:00:00+01:00","zone":"Europe/Berlin","author":{"name":"Ben Ott","email":"ben@ours.example"}}
                """;

        // When
        JsonNode found = answers(line).get(0).get("candidates").get(0);

        // Then
        assertThat(found.get("type").asText()).isEqualTo("promise");
        assertThat(found.get("quote").asText()).isEqualTo("I'll send you the redlines by Friday");
        assertThat(found.get("start").asInt()).isEqualTo(4);
        assertThat(found.get("promisor").asText()).isEqualTo("ben@ours.example");
        assertThat(found.get("modality").asText()).isEqualTo("firm");
        assertThat(found.get("due").get("at").asText()).isEqualTo("2026-03-06T23:59:59+01:00");
    }

    @Test
    void contractFactsComeOutWithTheirValuesAndOnlyWhereThereAreAny() throws IOException {
        // Given
        String lines =
                """
                {"id":"1","text":"Mind that the MSA renews on 30 June 2027."}
                {"id":"2","text":"See you on Monday."}
                """;

        // When
        List<JsonNode> answers = answers(lines);

        // Then
        assertThat(answers.get(0).get("contract"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                [{"kind":"renewal_date","quote":"renews on 30 June 2027","start":18,"end":40,"confidence":0.8,
                                  "rule":"contract.renews-on","value":{"kind":"date","date":"2027-06-30"}}]
                                """));
        assertThat(answers.get(1).has("contract")).isFalse();
    }

    @Test
    void aLimitComesOutWithItsNumberAndOnlyWhereItHasOne() throws IOException {
        // Given
        String lines =
                """
                {"id":"1","text":"Up to 40 tickets a month are included."}
                {"id":"2","text":"Machine translation is out of scope."}
                """;

        // When
        List<JsonNode> answers = answers(lines);

        // Then
        assertThat(scope(answers.get(0)).get("polarity").asText()).isEqualTo("limit");
        assertThat(scope(answers.get(0)).get("limit"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"number":40.0,"unit":"ticket","comparison":"at_most","per":"month"}
                                """));
        assertThat(scope(answers.get(1)).get("polarity").asText()).isEqualTo("out");
        assertThat(scope(answers.get(1)).has("limit")).isFalse();
    }

    /** The first scope statement of an answer; others may stand before it. */
    private static JsonNode scope(JsonNode answer) {
        for (JsonNode candidate : answer.get("candidates")) {
            if (candidate.get("type").asText().equals("scope")) {
                return candidate;
            }
        }
        throw new AssertionError("no scope in " + answer);
    }

    @Test
    void answersComeInTheOrderOfTheLinesAndBlankLinesAskNothing() throws IOException {
        // When
        List<JsonNode> answers =
                answers("{\"id\":\"a\",\"text\":\"hello\"}\n\n{\"id\":\"b\",\"text\":\"hello\"}");

        // Then
        assertThat(answers).extracting(a -> a.get("id").asText()).containsExactly("a", "b");
    }

    @Test
    void everyUnreadableLineIsAnsweredByItsErrorAndTheOthersAreRead() throws IOException {
        // Given
        String lines =
                """
                {"id":"1","text":"fine"}
                {"id":"2","text":
                [1,2]
                {"text":"no id"}
                {"id":"3"}
                {"id":"4","text":"x","zone":"Mars/Base"}
                {"id":"5","text":"x","said_at":"tomorrow"}
                {"id":"6","text":"x","author":"Ben"}
                {"id":"7","text":"x","fiscal_year_start_month":13}
                {"id":"8","text":"fine too"}
                """;

        // When
        List<JsonNode> answers = answers(lines);

        // Then
        assertThat(answers).hasSize(10);
        assertThat(answers.get(0).has("error")).isFalse();
        assertThat(answers.get(9).get("id").asText()).isEqualTo("8");
        for (int i = 1; i < 9; i++) {
            assertThat(answers.get(i).get("id").isNull()).isTrue();
            assertThat(answers.get(i).get("error").asText()).isNotBlank().doesNotContain("\n");
            assertThat(answers.get(i).get("line").asInt()).isEqualTo(i + 1);
        }
    }

    @Test
    void fiscalYearOfTheLineResolvesItsTimesAndThoseOfTheTurnsBefore() throws IOException {
        // Given
        String lines =
                """
                {"id":"1","text":"I'll send you the report by the end of Q2.","said_at":"2026-03-02T09:00:00Z","fiscal_year_start_month":4}
                {"id":"2","text":"I'll send you the report by the end of Q2.","said_at":"2026-03-02T09:00:00Z"}
                {"id":"3","text":"Yes, will do.","said_at":"2026-03-02T09:00:00Z","fiscal_year_start_month":4,"previous":[{"author":"Ana","text":"Can you send me the report by the end of Q2?"}]}
                """;

        // When
        List<JsonNode> answers = answers(lines);

        // Then
        assertThat(answers)
                .extracting(a -> a.get("candidates").get(0).get("due").get("at").asText())
                .containsExactly(
                        "2026-09-30T23:59:59Z", "2026-06-30T23:59:59Z", "2026-09-30T23:59:59Z");
        assertThat(answers.get(0).get("times").get(0).get("at").asText())
                .isEqualTo("2026-09-30T23:59:59Z");
    }

    @Test
    void errorsNeverQuoteWhatPeopleSaid() throws IOException {
        // When
        JsonNode answer = answers("{\"id\":\"1\",\"text\":\"secret plan\" oops}").get(0);

        // Then
        assertThat(answer.get("error").asText()).doesNotContain("secret").doesNotContain("oops");
    }

    @Test
    void bytesThatAreNoUtf8AreAnErrorOfTheirLineOnly() throws IOException {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"id\":\"1\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xff);
        bytes.writeBytes("\"}\n{\"id\":\"2\",\"text\":\"ok\"}\n".getBytes(StandardCharsets.UTF_8));
        StringWriter out = new StringWriter();

        // When
        long bad = ExtractLines.run(new ByteArrayInputStream(bytes.toByteArray()), out, START);

        // Then
        assertThat(bad).isEqualTo(1);
        assertThat(out.toString()).contains("\"error\":\"line must be UTF-8\",\"line\":1");
        assertThat(out.toString()).contains("\"id\":\"2\"");
    }

    @Test
    void lineLongerThanTheBoundIsPassedOverWithoutBeingHeld() throws IOException {
        // Given a line of 64 MB and one after it
        InputStream in = new Endless(64L * 1024 * 1024, "\n{\"id\":\"2\",\"text\":\"ok\"}\n");
        StringWriter out = new StringWriter();

        // When
        long bad = ExtractLines.run(in, out, START);

        // Then
        assertThat(bad).isEqualTo(1);
        assertThat(out.toString()).contains("\"line\":1").contains("\"id\":\"2\"");
    }

    @Test
    void byteOrderMarkAndCarriageReturnsDoNoHarm() throws IOException {
        assertThat(answers("\ufeff{\"id\":\"1\",\"text\":\"ok\"}\r\n").get(0).get("id").asText())
                .isEqualTo("1");
    }

    private static List<JsonNode> answers(String lines) throws IOException {
        StringWriter out = new StringWriter();
        ExtractLines.run(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out, START);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    /** So many times the letter a, then a tail. */
    private static final class Endless extends InputStream {
        private final byte[] tail;
        private long left;
        private int at;

        Endless(long letters, String tail) {
            this.left = letters;
            this.tail = tail.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            if (left > 0) {
                left--;
                return 'a';
            }
            return at < tail.length ? tail[at++] : -1;
        }

        @Override
        public int read(byte[] bytes, int off, int len) {
            int n = 0;
            for (int b = read(); b >= 0; b = n < len ? read() : -1) {
                bytes[off + n++] = (byte) b;
            }
            return n == 0 ? -1 : n;
        }

        @Override
        public int available() {
            return left > 0 || at < tail.length ? 1 : 0;
        }
    }
}
