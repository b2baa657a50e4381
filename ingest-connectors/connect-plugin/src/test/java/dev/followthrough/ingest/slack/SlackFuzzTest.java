package dev.followthrough.ingest.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Named;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

class SlackFuzzTest {
    private static final SlackTeam TEAM =
            SlackTeam.of("T1", List.of(Samples.user("U1", "Ana", "UTC")), List.of());

    @Property(tries = 1000)
    void anyTextIsShownAndItsMentionsLieInIt(@ForAll("texts") String raw) {
        PlainText plain = Mrkdwn.read(raw, TEAM);
        for (Named named : plain.named()) {
            assertThat(plain.text().substring(named.start(), named.end())).startsWith("@");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "*",
                        "_",
                        "~",
                        "`",
                        "```",
                        "<",
                        ">",
                        "<@U1>",
                        "<@>",
                        "<@|>",
                        "<!",
                        "<!date^",
                        "<!subteam^|",
                        "<#C1|",
                        "|",
                        "&amp;",
                        "&lt;",
                        "&gt;",
                        "&",
                        "&gt;&gt;&gt;",
                        "word",
                        " ",
                        "\n",
                        "mailto:",
                        "<https://a.example|x>",
                        "\uD83D\uDE00")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }
}
