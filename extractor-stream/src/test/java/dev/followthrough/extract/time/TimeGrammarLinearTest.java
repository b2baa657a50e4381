package dev.followthrough.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;

/** Hostile text costs in proportion to its length: the looks at tokens are counted, not timed. */
final class TimeGrammarLinearTest {
    private static final TimeGrammar GRAMMAR = TimeGrammar.english();
    private static final TimeContext CONTEXT =
            TimeContext.of(Instant.parse("2025-03-04T15:00:00Z"), ZoneOffset.UTC);
    private static final int SMALL = 125_000;
    private static final int MEGABYTE = 1_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by Friday ",
                "by ",
                "the first week of the ",
                "before the meeting ",
                "within 30 days of ",
                "1/2/3/4:5-",
                "from Monday to ",
                "next ",
                "when i ",
                "twenty ",
                "by by by the the of of in in ",
                "after the same day ",
                "\n- ",
                "12",
                "May, ",
            })
    void megabyteCostsEightTimesAnEighth(String hostile) {
        // Given
        String small = hostile.repeat(SMALL / hostile.length());
        String large = hostile.repeat(MEGABYTE / hostile.length());

        // When
        long few = looks(small);
        long many = looks(large);

        // Then
        assertThat(many).isLessThan(9 * few + 1_000);
    }

    private static long looks(String text) {
        Tokens tokens = GRAMMAR.tokens(text);
        Counting counting = new Counting(tokens.list());
        GRAMMAR.find(new Tokens(text, counting), CONTEXT);
        return counting.looks;
    }

    private static final class Counting extends AbstractList<Token> {
        private final List<Token> tokens;
        private long looks;

        Counting(List<Token> tokens) {
            this.tokens = tokens;
        }

        @Override
        public Token get(int index) {
            looks++;
            return tokens.get(index);
        }

        @Override
        public int size() {
            return tokens.size();
        }
    }
}
