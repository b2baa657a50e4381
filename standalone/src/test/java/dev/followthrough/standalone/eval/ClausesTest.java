package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How clauses of contracts are scored, on rows made up here. */
class ClausesTest {
    private static final String NOTICE = "Notice Period To Terminate Renewal";
    private static final JsonMapper JSON = new JsonMapper();

    private static Clauses.Row row(String sentence, String label, String gold, String... facts)
            throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (String fact : facts) {
            found.add(JSON.readTree(fact));
        }
        return new Clauses.Row(sentence, 0, label, GoldAnswer.of(gold), found);
    }

    private static String notice(int days) {
        return "{\"kind\":\"notice_period\",\"value\":{\"kind\":\"length\",\"amount\":"
                + days
                + ",\"unit\":\"day\",\"successive\":false}}";
    }

    private static String lineOf(String label, List<Clauses.Row> rows) {
        return Clauses.figures(rows)
                .lines()
                .filter(line -> line.startsWith(label) && line.contains(" read "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void foundTakenAndRightAreCountedByLabel() throws IOException {
        // Given
        List<Clauses.Row> rows =
                List.of(
                        row("a", NOTICE, "60 days", notice(60)),
                        row("b", NOTICE, "60 days", notice(30)),
                        row("c", NOTICE, "30 days"),
                        row("d", NOTICE, "", notice(30)),
                        row("e", "Insurance", "Yes", notice(30)),
                        row("f", "Insurance", "Yes"));

        // When
        String line = lineOf(NOTICE, rows);

        // Then
        assertThat(line).contains("(3/4)", "(1/2)").endsWith("(1/2)");
    }

    @Test
    void sentenceThatHasBothLabelsIsNoFalseAlarmOfEither() throws IOException {
        // Given
        List<Clauses.Row> rows =
                List.of(
                        row("a", NOTICE, "60 days", notice(60)),
                        row("a", "Renewal Term", "1 year", notice(60)));

        // When
        String line = lineOf(NOTICE, rows);

        // Then
        assertThat(line).contains("taken –");
    }

    @Test
    void lengthBesideTheDateOfAnExpertIsNeitherRightNorWrong() throws IOException {
        // Given
        String term =
                "{\"kind\":\"term\",\"value\":{\"kind\":\"length\",\"amount\":2,\"unit\":\"year\"}}";

        // When
        String line =
                lineOf("Expiration Date", List.of(row("a", "Expiration Date", "5/22/02", term)));

        // Then
        assertThat(line).contains("(1/1)").endsWith("(0/0)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "successive 1 year | {\"kind\":\"length\",\"amount\":12,\"unit\":\"month\"}",
                "180 days / 6 months | {\"kind\":\"length\",\"amount\":6,\"unit\":\"month\"}",
                "three (3) years | {\"kind\":\"length\",\"amount\":3,\"unit\":\"year\"}",
                "12/31/98 | {\"kind\":\"date\",\"date\":\"1998-12-31\"}",
                "perpetual | {\"kind\":\"open_ended\"}"
            })
    void expertAndFactAreComparedInOneNotation(String gold, String value) throws IOException {
        assertThat(GoldAnswer.of(gold).values()).contains(GoldAnswer.said(JSON.readTree(value)));
    }

    @Test
    void sixtyDaysAreNotTwoMonths() throws IOException {
        assertThat(GoldAnswer.of("60 days").values())
                .doesNotContain(
                        GoldAnswer.said(
                                JSON.readTree(
                                        "{\"kind\":\"length\",\"amount\":2,\"unit\":\"month\"}")));
    }
}
