package dev.followthrough.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagRepairTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a person does it
                "Dev sits in the war room                    | sits  | VERB",
                "Orla drafts a two-plant quote               | drafts | VERB",
                // a thing goes by itself
                "The rare-kanji pack ships with build 7.4    | ships | VERB",
                "my phone stays on for you                   | stays | VERB",
                // never a noun
                "Rope 5 gets retested on the 14th            | gets  | VERB",
                // nouns in a row with a verb of their own stay nouns
                "the night shift reports were late           | reports | NOUN",
                "we send the status reports to Ana           | reports | NOUN",
                "the price drops are over and done           | drops | NOUN"
            })
    void pluralIsAVerbOnlyWhereNoOtherVerbStands(String said, String word, String tag) {
        // Given
        var tokens = Tokens.of(said, new Span(0, said.length(), false));
        // When
        var tagged = new Tagger().tag(tokens);
        // Then
        assertThat(tagged)
                .filteredOn(token -> token.lower().equals(word))
                .extracting(Token::tag)
                .containsExactly(tag);
    }
}
