package dev.followthrough.extract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class NumbersTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sixty (60) days | 60 | 4",
                "one hundred and twenty (120) days | 120 | 7",
                "twenty-four months | 24 | 1",
                "thirteen million units | 13000000 | 2",
                "13,000,000 units | 13000000 | 1",
                "two hundred fifty thousand seats | 250000 | 4",
                "one (l) year | 1 | 4",
                "2.5 years | 2.5 | 1",
                "two and three | 2 | 1"
            })
    void numberIsReadWithWhatSaysItAgain(String text, double value, int tokens) {
        // Given
        List<Token> words = TextReader.untagged(text, 100, (all, from, to) -> true).get(0);

        // When
        Numbers.Number number = Numbers.at(words, 0);

        // Then
        assertThat(number).isEqualTo(new Numbers.Number(value, tokens));
    }
}
