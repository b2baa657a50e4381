package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ItemTest {
    private static final String GOLD =
            """
            {"commitments": [
               {"gid": "c1", "evidence": [{"ref": "mail:1", "quote": "we will send the deck"},
                                          {"ref": "slack:a/2", "quote": "deck is coming"}]},
               {"gid": "c2", "evidence": [{"ref": "mail:1", "quote": "invoice goes out Friday"}]},
               {"gid": "c3", "evidence": [{"ref": "mail:9", "quote": "leave it with me"}]}],
             "scope": [{"polarity": "in", "ref": "mail:1", "quote": "two sites"},
                       {"polarity": "out", "ref": "mail:1", "quote": "no training"}],
             "context": [{"category": "politics", "ref": "mail:2", "quote": "Ana decides"}]}
            """;

    @Test
    void whatIsExpectedAndFoundIsPairedOnceAndTheRestIsMissedOrWrong() throws Exception {
        // Given
        List<Entry> gold = Gold.of(new JsonMapper().readTree(GOLD));
        List<Entry> found =
                List.of(
                        found("commitment", "rule.a", "mail:1", "we will send the deck"),
                        found("commitment", "rule.b", "mail:1", "invoice goes out Friday"),
                        found("commitment", "rule.c", "slack:a/2", "the deck is coming"),
                        found("scope.in", "rule.d", "mail:1", "two sites"),
                        found("scope.in", "rule.d", "mail:1", "no training"));

        // When
        List<Item> items = Item.of("deal", gold, found);

        // Then
        assertThat(items)
                .extracting(Item::line)
                .containsExactly(
                        "deal\tcommitment\tc1\thit\trule.a",
                        "deal\tcommitment\tc2\thit\trule.b",
                        "deal\tcommitment\tc3\tmissed\t-",
                        "deal\tcommitment\tslack:a/2\twrong\trule.c",
                        "deal\tcontext.politics\tx1\tmissed\t-",
                        "deal\tscope.in\tmail:1\twrong\trule.d",
                        "deal\tscope.in\ts1\thit\trule.d",
                        "deal\tscope.out\ts2\tmissed\t-");
        assertThat(Counts.of(items, "commitment")).isEqualTo(new Counts(2, 1, 1));
        assertThat(Counts.of(items, "scope")).isEqualTo(new Counts(1, 1, 1));
    }

    @Test
    void onePairGivesWayWhereTwoCanBeMade() throws Exception {
        // Given: the first found can be either expected one, the second only the first
        List<Entry> gold =
                List.of(
                        gold("c1", "send the deck and the quote"),
                        gold("c2", "quote signed today please"));
        List<Entry> found =
                List.of(
                        found("commitment", "r", "mail:1", "the quote"),
                        found("commitment", "r", "mail:1", "send deck"));

        // When
        int[] pairs = Matching.maximal(Item.ties(gold, found), 2);

        // Then
        assertThat(pairs).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "mail:1, mail:1, send the deck, send it, true",
        "mail:1, mail:2, send the deck, send the deck, false",
        "mail:1, mail:1, send the deck, call Ana, false",
        "vtt:a#00:01:00.000, vtt:a#00:02:00.000, send the deck, Send the deck., true",
        "vtt:a#00:01:00.000, vtt:a#00:02:00.001, send the deck, send the deck, false",
        "vtt:a#00:01:00.000, vtt:b#00:01:00.000, send the deck, send the deck, false",
        "vtt:a#soon, vtt:a#00:01:00.000, send the deck, send the deck, false",
        "mail:1, mail:1, I’ll send, i'll send it, true",
        "mail:1, mail:1, no no no, no way, true",
        "mail:1, mail:1, …, send, false"
    })
    void spotsAreTheSameByRefAndHalfOfTheShorterWords(
            String ref, String otherRef, String quote, String otherQuote, boolean same) {
        // Given
        Spot one = new Spot(ref, quote);
        Spot other = new Spot(otherRef, otherQuote);

        // When
        boolean is = one.same(other);

        // Then
        assertThat(is).isEqualTo(same);
        assertThat(other.same(one)).isEqualTo(same);
    }

    @Test
    void aLineIsReadAsItWasWrittenAndNothingElseIs() {
        // Given
        String line = "deal\tcommitment\tc1\thit\trule.a";

        // When
        Item item = Item.parse(line);

        // Then
        assertThat(item.line()).isEqualTo(line);
        assertThatThrownBy(() -> Item.parse("deal\tcommitment\tc1"))
                .hasMessageContaining("must have 5 columns");
        assertThatThrownBy(() -> Item.parse(line.replace("hit", "perhaps")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Entry gold(String name, String quote) {
        return new Entry("commitment", name, List.of(new Spot("mail:1", quote)), "-", 1);
    }

    private static Entry found(String kind, String rule, String ref, String quote) {
        return new Entry(kind, ref, List.of(new Spot(ref, quote)), rule, 0.7);
    }
}
