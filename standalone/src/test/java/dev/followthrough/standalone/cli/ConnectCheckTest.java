package dev.followthrough.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class ConnectCheckTest {
    private static final String TOKEN = "xoxb-not-a-real-token-4711";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> answers = new HashMap<>();
    private final HttpServer slack = server();
    private String scopes = "channels:read,channels:history,users:read,users:read.email";

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {

        answers.put("auth.test", "{\"ok\":true,\"team_id\":\"T1\"}");
        answers.put(
                "users.list", "{\"ok\":true,\"members\":[{\"id\":\"U1\",\"real_name\":\"Ada\"}]}");
        answers.put(
                "conversations.list",
                "{\"ok\":true,\"channels\":[{\"id\":\"C1\",\"name\":\"acme\",\"is_member\":true}]}");
        answers.put("conversations.members", "{\"ok\":true,\"members\":[\"U1\"]}");
        answers.put(
                "conversations.history",
                "{\"ok\":true,\"messages\":[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"Words of a person\",\"ts\":\"1770000000.000100\"},"
                        + "{\"type\":\"message\",\"bot_id\":\"B1\",\"text\":\"x\",\"ts\":\"1770000000.000200\"}]}");
        slack.createContext(
                "/",
                exchange -> {
                    String method = exchange.getRequestURI().getPath().substring(5);
                    byte[] body =
                            answers.getOrDefault(
                                            method, "{\"ok\":false,\"error\":\"unknown_method\"}")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("x-oauth-scopes", scopes);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        slack.start();
    }

    @AfterEach
    void stop() {
        slack.stop(0);
    }

    private int check(String more) throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "slack=" + TOKEN + "\n");
        Path config =
                Files.writeString(
                        folder.resolve("slack.json"),
                        """
                        {"name": "slack", "config": {
                          "connector.class": "dev.followthrough.ingest.pull.slack.SlackSourceConnector",
                          "slack.token": "${file:%s:slack}",
                          "slack.endpoint": "http://127.0.0.1:%d/api/",
                          "topic.partitions": "6"%s}}
                        """
                                .formatted(
                                        folder.resolve("secrets.properties"),
                                        slack.getAddress().getPort(),
                                        more));
        return Main.run(
                new PrintWriter(out), new PrintWriter(err), "connect", "check", config.toString());
    }

    @Test
    void aGoodConfigurationIsProvedUpToOnePage() throws IOException {
        // When
        int code = check("");

        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines())
                .contains(
                        "ok     settings are complete and well formed",
                        "ok     the token is accepted by workspace T1",
                        "ok     the token has the scopes that these settings need",
                        "ok     2 feeds to read: T1/people, T1/C1",
                        "ok     one page of T1/C1: 3 objects, 1 directory entries, 1 left out (bot), 1 signals");
        assertThat(out.toString()).doesNotContain(TOKEN, "Words of a person");
        assertThat(code).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatIsMissingIsSaidInWords() throws IOException {
        // Given
        scopes = "channels:read,users:read";

        // When
        int code = check(", \"slack.private.channels\": \"true\"");

        // Then
        assertThat(out.toString())
                .contains(
                        "WRONG  slack.token: the token lacks the scopes channels:history, groups:history, groups:read: "
                                + "add them to the app and install it again",
                        "note   without the scope users:read.email")
                .doesNotContain("one page");
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aRefusedTokenIsNotShown() throws IOException {
        // Given
        answers.put("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");

        // When
        int code = check("");

        // Then
        assertThat(out.toString())
                .contains("WRONG  slack.token: slack auth.test answered invalid_auth")
                .doesNotContain(TOKEN);
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aChannelThatTheAppIsNotInIsNamed() throws IOException {
        // When
        int code = check(", \"slack.channels\": \"acme,beta\"");

        // Then
        assertThat(out.toString()).contains("WRONG  slack.channels: channel beta is not there");
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aSourceThatDoesNotAnswerIsWrongToo() throws IOException {
        // Given
        answers.put("auth.test", "<html>Sign in</html>");

        // When
        int code = check("");

        // Then
        assertThat(out.toString())
                .contains(
                        "WRONG  slack auth.test answered 200 with HTML instead of JSON (20 bytes)");
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aWrongSettingIsNamedBeforeAnythingIsAsked() throws IOException {
        // When
        int code = check(", \"start.from\": \"spring\"");

        // Then
        assertThat(out.toString())
                .contains("WRONG  start.from: spring: must be all, now, a date")
                .doesNotContain("accepted");
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aMisspeltSettingIsNamedWithWhatWasMeant() throws IOException {
        // When
        int code = check(", \"slack.chanels\": \"acme\"");

        // Then
        assertThat(out.toString())
                .isEqualTo(
                        "WRONG  slack.chanels: is no setting of this connector, and is not read; write slack.channels"
                                + System.lineSeparator());
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aHostThatIsNotThereIsNamedInWords() throws IOException {
        // When
        int code = check(", \"slack.endpoint\": \"https://slack.invalid/api/\"");

        // Then
        assertThat(out.toString())
                .contains(
                        "WRONG  slack auth.test was not answered: slack.invalid: there is no such host, or no name server knows it");
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SlackSource", "SlackSourceConnector"})
    void theShortNamesThatConnectTakesAreTakenToo(String name) throws IOException {
        // When
        int code = check(", \"connector.class\": \"" + name + "\"");

        // Then
        assertThat(out.toString()).contains("ok     the token is accepted by workspace T1");
        assertThat(code).isEqualTo(ExitCode.OK);
    }

    @Test
    void aConnectorThatThereIsNotIsAnsweredWithThoseThatThereAre() throws IOException {
        // When
        int code = check(", \"connector.class\": \"SlackConnector\"");

        // Then
        assertThat(err.toString())
                .startsWith(
                        "followthrough: connector.class SlackConnector is no connector that can be checked; those are: ")
                .contains("dev.followthrough.ingest.pull.slack.SlackSourceConnector");
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${env:NO_SUCH_VARIABLE_4711} | the environment variable NO_SUCH_VARIABLE_4711 is not set",
                "${file:FOLDER/there.properties:token} | the file FOLDER/there.properties has no key token",
                "${dir:FOLDER:token} | the folder FOLDER has no file token",
                "${file:FOLDER/gone.properties:token} | Could not read properties from file FOLDER/gone.properties"
            })
    void aReferenceThatLeadsNowhereIsNamedWithItsSetting(String reference, String words)
            throws IOException {
        // Given
        String where = folder.toString();
        Files.writeString(folder.resolve("there.properties"), "tokn=x\n");
        Path file =
                Files.writeString(
                        folder.resolve("c.properties"),
                        "slack.token=" + reference.replace("FOLDER", where) + "\n");

        // When
        int code = run(file);

        // Then
        assertThat(err.toString().strip())
                .isEqualTo(
                        "followthrough: slack.token in "
                                + file
                                + ": "
                                + words.replace("FOLDER", where));
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aFileWithoutConnectorOrWithAReferenceToNothingIsAnsweredInALine() throws IOException {
        // Given
        Path none = Files.writeString(folder.resolve("a.properties"), "topic.partitions=6\n");
        Path nothing =
                Files.writeString(
                        folder.resolve("b.properties"),
                        "slack.token=${env:NO_SUCH_VARIABLE_4711}\n");

        // When
        int first = run(none);
        int second = run(nothing);

        // Then
        assertThat(first).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(second).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString().lines())
                .allSatisfy(line -> assertThat(line).startsWith("followthrough: "))
                .anySatisfy(line -> assertThat(line).contains("must have connector.class"))
                .anySatisfy(line -> assertThat(line).contains("NO_SUCH_VARIABLE_4711"));
    }

    @Test
    void aListInJsonIsRefusedInWordsAsConnectDoes() throws IOException {
        // When
        int code = check(", \"slack.channels\": [\"acme\"]");

        // Then
        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("followthrough: ")
                .contains(
                        "slack.channels must be a text, was a list; write its parts in one text, apart by commas");
    }

    private int run(Path file) {
        return Main.run(
                new PrintWriter(out), new PrintWriter(err), "connect", "check", file.toString());
    }
}
