package dev.followthrough.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class CommandLineTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "scan", "extract", "explain", "serve", "eval", "connect"})
    void helpOfACommandTeachesWithAnExample(String command) {
        // When
        int code = run(command, "--help");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Usage: followthrough " + command, "Example");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpNamesEveryCommandAndExitCode() {
        // When
        run("--help");

        // Then
        assertThat(out.toString())
                .contains("  up ", "  scan ", "  extract ", "  explain ", "  serve ", "  eval ")
                .contains("  0  ", "  1  ", "  2  ", "  3  ", "  70  ", "  130  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scna|2|Unmatched argument",
                "|2|say what to do",
                "scan|2|Missing required parameter",
                "scan /no/such/place|3|no such file or folder: /no/such/place",
                "scan . --format xml|2|Invalid value for option '--format'",
                "scan . --as-of yesterday|2|--as-of",
                "up /no/such/place|3|no such file or folder: /no/such/place",
                "up --port many|2|--port",
                "serve store|2|--config",
                "serve cellar --config x|2|Invalid value",
                "serve store --config /no/such.properties|3|/no/such.properties",
                "scan . --rules /no/such/rules|3|extract.rules.dir must name a folder that can be read",
                "extract --rules /no/such/rules|3|extract.rules.dir must name a folder that can be read",
                "scan . --config /no/such.properties|3|/no/such.properties",
                "explain hello --zone Mars/Base|2|field 'zone' must be an IANA zone",
                "explain hello --said-at yesterday|2|--said-at",
                "explain hello --format xml|2|Invalid value for option '--format'",
                "explain {broken|2|must be one JSON line as extract reads it",
                "explain {\"id\":\"1\"}|2|field 'text' must be a text",
                "explain {\"id\":\"1\",\"text\":\"a\"} --author Ben|2|leave the options out",
                "explain hello --rules /no/such/rules|3|extract.rules.dir must name a folder that can be read",
                "eval --data . |2|--scorers",
                "connect|2|say what to do: check",
                "connect check|2|Missing required parameter",
                "connect check /no/such.json|3|no such file or folder: /no/such.json",
                "eval --data . --scorers .|3|no such scorer",
                "eval --data . --scorers . --without TAGS|2|name the text with --training",
                "eval --data . --scorers . --without MODEL|3|no such scorer",
                "eval --data . --scorers . --items /no/such/items.tsv|3|items must go to a file"
            })
    void aMistakeIsAnsweredInALineWithAnExitCode(
            String command, int code, String message, @TempDir Path folder) {
        // When
        int given = run(command == null ? new String[0] : command.trim().split(" "));

        // Then
        assertThat(given).isEqualTo(code);
        assertThat(err.toString()).startsWith("followthrough: ").contains(message);
        assertThat(err.toString()).doesNotContain("\tat ", "Exception in", "Exception:");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aWrongSettingNamesKeyValueAndRuleAllAtOnce(@TempDir Path folder) throws IOException {
        // Given
        Path config = folder.resolve("store.properties");
        Files.writeString(
                config, "bootstrap.servers=localhost:1\nhttp.port=many\ntopics.partitions=-1\n");

        // When
        int code = run("serve", "store", "--config", config.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString()).contains("http.port", "many", "topics.partitions", "-1");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void scanPrintsThePublishedJson(@TempDir Path folder) throws IOException {
        // Given
        Path mail = folder.resolve("one.eml");
        Files.write(
                mail,
                """
                From: Ada Park <ada@vendor.example>\r
                To: Bo Lind <bo@customer.example>\r
                Date: Mon, 9 Mar 2026 10:00:00 +0100\r
                Message-ID: <1@vendor.example>\r
                Subject: redlines\r
                \r
                Hi Bo,\r
                \r
                I will send you the redlines by Friday.\r
                """
                        .getBytes(StandardCharsets.US_ASCII));

        // When
        int code =
                run("scan", mail.toString(), "--as-of", "2026-03-10T09:00:00Z", "--format", "json");

        // Then
        assertThat(code).isZero();
        JsonNode ledger = JSON.readTree(out.toString());
        assertThat(ledger.fieldNames())
                .toIterable()
                .containsExactly("as_of", "commitments", "scope", "context", "escalations");
        JsonNode commitment = ledger.at("/commitments/0");
        assertThat(commitment.path("due").asText()).isEqualTo("2026-03-13T23:59:59+01:00");
        assertThat(commitment.path("grain").asText()).isEqualTo("day");
        assertThat(commitment.path("promisor").asText()).isEqualTo("ada@vendor.example");
        assertThat(commitment.path("status").asText()).isEqualTo("open");
        assertThat(commitment.at("/evidence/0/ref").asText()).isEqualTo("mail:1@vendor.example");
        assertThat(commitment.at("/evidence/0/quote").asText()).contains("send you the redlines");
    }

    @Test
    void scanCountsByTheSettingsOfTheServices(@TempDir Path folder) throws IOException {
        // Given
        Path note = folder.resolve("note.srt");
        Files.writeString(
                note,
                "1\n00:00:01,000 --> 00:00:03,000\nAda Park: I'll send the plan by Friday.\n");
        Path strict = folder.resolve("strict.properties");
        Files.writeString(strict, "commitments.least.confidence=1\n");

        // When
        run("scan", note.toString(), "--as-of", "2036-03-10T09:00:00Z", "--format", "json");
        JsonNode usual = JSON.readTree(out.toString()).path("commitments");
        out.getBuffer().setLength(0);
        run(
                "scan",
                note.toString(),
                "--config",
                strict.toString(),
                "--as-of",
                "2036-03-10T09:00:00Z",
                "--format",
                "json");

        // Then
        assertThat(usual).hasSize(1);
        assertThat(JSON.readTree(out.toString()).path("commitments")).isEmpty();
    }

    @Test
    void scanNamesWhatItCouldNotReadAndReadsTheRest(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(
                folder.resolve("broken.vtt"), "WEBVTT\n\n00:01 --> nonsense\nAda: hello\n");
        Files.writeString(
                folder.resolve("note.srt"),
                "1\n00:00:01,000 --> 00:00:03,000\nAda Park: I'll send the plan by Friday.\n");

        // When
        int code = run("scan", folder.toString(), "--as-of", "2026-03-10T09:00:00Z");

        // Then
        assertThat(code).isEqualTo(ExitCode.SOME_INPUT_BAD);
        assertThat(err.toString()).contains("not read: ", "broken.vtt");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void explainTellsEveryStepWithinAHundredColumns() {
        // When
        int code =
                run(
                        "explain",
                        "--said-at",
                        "2026-03-11T09:00:00Z",
                        "--author",
                        "Ben Ott <ben@ours.example>",
                        "--previous",
                        "Ana: Can you send the redlines by tomorrow?",
                        "Hi Ana. I'll try to send you the redlines by Friday EOD, if legal agrees."
                                + " We may meet in Q2. Cheers");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
        assertThat(out.toString())
                .contains("Ana: Can you send the redlines by tomorrow? → request")
                .contains("Cheers   (not read: no cue)")
                .contains("“by Friday EOD” → Fri 13 Mar 2026 23:59:59 +00:00, day")
                .contains("policy    close_of_business 23:59:59")
                .contains("deadline  yes: +3 by, +3 promise “I'll” = 6 of 3 needed")
                .contains("“may” is none: weak by itself")
                .contains("I/PRON 'll/AUX try/VERB")
                .contains("hedged (“try to” of hedge), condition (“if”)")
                .contains("promise.will-time 0.80 “I'll try” by i|we {will} {thing…}")
                .contains("promise.plain-i-will “I'll try to”: hedged (“try to” of hedge)")
                .contains("by the model, which knows")
                .contains("modality: firm → conditional")
                .contains("due 2026-03-13T23:59:59Z");
    }

    @Test
    void explainSaysHowMuchALimitAllows() {
        // When
        int code = run("explain", "Up to 40 tickets a month are included.");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("polarity limit", "limit at most 40 ticket per month");
    }

    @Test
    void explainForProgramsHoldsTheLineThatExtractGives(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(
                folder.resolve("own.yaml"),
                """
                rules:
                - id: own.parked
                  name: Consider it parked
                  act: promise
                  says: "consider it parked"
                  confidence: 0.8
                  matches: ["[Consider it parked]", "[consider it parked by Friday]"]
                  does-not-match: ["It is parked", "Park it"]
                """);

        // When
        int code =
                run(
                        "explain",
                        "--format",
                        "json",
                        "--rules",
                        folder.toString(),
                        "{\"id\":\"7\",\"text\":\"Consider it parked by Friday.\",\"said_at\":\"2026-03-11T09:00:00Z\"}");

        // Then
        assertThat(code).isZero();
        JsonNode json = JSON.readTree(out.toString());
        assertThat(json.at("/found/id").asText()).isEqualTo("7");
        assertThat(json.at("/found/candidates/0/rule").asText()).isEqualTo("own.parked");
        assertThat(json.at("/found/candidates/0/due/at").asText())
                .isEqualTo("2026-03-13T23:59:59Z");
        assertThat(json.at("/times/0/cues/0/group").asText()).isEqualTo("by");
        assertThat(json.at("/clauses/0/fired").findValuesAsText("rule")).contains("own.parked");
        assertThat(json.at("/clauses/0/verdicts/0/confidence").asDouble())
                .isGreaterThanOrEqualTo(0.8);
        assertThat(json.at("/clauses/0/weighed/0/weights/0/weight").isNumber()).isTrue();
    }

    @Test
    void faultInOwnRulesIsAnsweredWithItsPlace(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("own.yaml"), "off:\n- no.such\n");

        // When
        int code = run("explain", "hello", "--rules", folder.toString());

        // Then
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString()).contains("own.yaml:2:3: 'no.such' is the id of no shipped rule");
    }

    @Test
    void explainLetsNothingReachTheTerminalThatItWouldActOn() {
        // When
        int code = run("explain", "I'll send\u001b[31m it\u202e\r\nby Friday\u0007");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .doesNotContain("\u001b", "\u202e", "\u0007", "\r")
                .contains("⏎by Friday");
    }

    @Test
    void signalsSaidLaterDoNotCount(@TempDir Path folder) throws IOException {
        // Given
        Path mail = folder.resolve("one.eml");
        Files.writeString(
                mail,
                """
                From: a@v.example
                Date: Mon, 9 Mar 2026 10:00:00 +0000
                Message-ID: <1@v.example>

                I will send the redlines by Friday.
                """);

        // When
        run("scan", mail.toString(), "--as-of", "2026-03-09T09:59:59Z", "--format", "json");

        // Then
        assertThat(JSON.readTree(out.toString()).path("commitments")).isEmpty();
    }
}
