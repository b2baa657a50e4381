package dev.followthrough.ingest.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Named;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class MrkdwnTest {
    private static final SlackTeam TEAM =
            SlackTeam.of(
                    "T1",
                    List.of(Samples.user("U1", "Ana Lima", "Europe/Lisbon")),
                    List.of(new SlackChannel("C1", "deal-acme", false, List.of())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "we'll *send* it _today_ ~maybe~ | we'll send it today maybe",
                "*_both_* and _*both*_ | both and both",
                "2*3*4 and snake_case_name | 2*3*4 and snake_case_name",
                "not * bold * at all | not * bold * at all",
                "R&amp;D &lt;3 a &gt; b | R&D <3 a > b",
                "&amp;lt; stays | &lt; stays",
                "see <https://a.example/x?a=1&amp;b=2> | see https://a.example/x?a=1&b=2",
                "write to <mailto:ana@a.example> | write to ana@a.example",
                "in <#C1> and <#C9> | in #deal-acme and #C9",
                "<!here> <!channel> <!subteam^S1> | @here @channel @S1",
                "<!date^1700000000^{date}^https://a.example> | {date}",
                "code `*not bold*` stays | code `*not bold*` stays",
                ":tada: done | :tada: done",
                "a < b and c | a < b and c",
            })
    void showsWhatSlackShows(String raw, String shown) {
        // When
        PlainText plain = Mrkdwn.read(raw, TEAM);

        // Then
        assertThat(plain.text()).isEqualTo(shown.equals("{date}") ? "date" : shown);
    }

    @Test
    void labelOfALinkIsShownInsteadOfItsAddress() {
        // When
        PlainText plain = Mrkdwn.read("the <https://a.example|order &amp; form>", TEAM);

        // Then
        assertThat(plain.text()).isEqualTo("the order & form");
    }

    @Test
    void mentionsAreKeptAsSpansIntoTheText() {
        // When
        PlainText plain = Mrkdwn.read("*cc* <@U1>, <@U9|bo>: please", TEAM);

        // Then
        assertThat(plain.text()).isEqualTo("cc @Ana Lima, @bo: please");
        assertThat(plain.named())
                .extracting(named -> plain.text().substring(named.start(), named.end()))
                .containsExactly("@Ana Lima", "@bo");
        assertThat(plain.named())
                .extracting(Named::party)
                .extracting("id", "name", "email")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "slack:T1/U1", "Ana Lima", "u1@ours.example"),
                        org.assertj.core.groups.Tuple.tuple("slack:T1/U9", "bo", null));
    }

    @Test
    void quotedLinesAreSomebodyElsesWords() {
        // When
        PlainText plain =
                Mrkdwn.read("&gt; we'll ship Friday\nreally?\n&gt;&gt;&gt;all\nthe rest", TEAM);

        // Then
        assertThat(plain.text()).isEqualTo("really?");
        assertThat(plain.quoted()).isEqualTo("we'll ship Friday\nall\nthe rest");
    }

    @Test
    void insideACodeBlockNothingIsAQuote() {
        // When
        PlainText plain = Mrkdwn.read("```a\n&gt; b```\nown", TEAM);

        // Then
        assertThat(plain.text()).isEqualTo("```a\n> b```\nown");
        assertThat(plain.quoted()).isNull();
    }

    @Test
    void timeTakenIsLinearInTheLength() {
        // Given
        String hostile = "*a <".repeat(50_000) + "`".repeat(50_000);

        // When
        PlainText plain = Mrkdwn.read(hostile, TEAM);

        // Then
        assertThat(plain.text()).hasSizeGreaterThan(200_000);
    }
}
