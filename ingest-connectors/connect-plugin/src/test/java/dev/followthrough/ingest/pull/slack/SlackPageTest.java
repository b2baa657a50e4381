package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;
import dev.followthrough.ingest.pull.Script.Told;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SlackPageTest {
    private final SlackStub slack =
            new SlackStub().channel("C1", "acme-kickoff").channel("C0123ABCD", "acme");

    @AfterEach
    void close() {
        slack.close();
    }

    private List<String> check(String token) {
        return ConnectorPage.check(
                new SlackSourceConnector(),
                ConnectorPage.example(
                        "slack.md",
                        Map.of("slack.token", token, "slack.endpoint", slack.endpoint())));
    }

    @Test
    void theExampleOnThePageIsProvedUpToAPage() {
        // Given
        slack.say("C0123ABCD", 1, "We will send it.");

        // When
        List<String> said = check(SlackStub.TOKEN);

        // Then
        assertThat(said)
                .noneMatch(line -> line.startsWith("WRONG") || line.startsWith("UNKNOWN"))
                .contains(
                        "FINE one page of T1/C0123ABCD: 2 objects, 1 directory entries, 1 signals");
    }

    @Test
    void aWebPageInPlaceOfJsonIsToldWithTheHost() {
        // Given
        slack.fault(method -> Told.webPage());

        // When
        List<String> said = check(SlackStub.TOKEN);

        // Then
        assertThat(said.get(said.size() - 1))
                .contains("HTML instead of JSON", " from 127.0.0.1: ", "proxy")
                .doesNotContain("dear guest");
    }

    @Test
    void anAddressThatIsNotSlacksIsNamed() {
        // Given
        slack.fault(method -> Told.status(404));

        // When
        List<String> said = check(SlackStub.TOKEN);

        // Then
        assertThat(said.get(said.size() - 1))
                .isEqualTo(
                        "WRONG slack auth.test answered 404, and not as Slack does: check slack.endpoint");
    }
}
