package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.List;

class KeyTest {
    @Test
    void tildeAndPercentInsidePartsAreEncodedAndNothingElse() {
        // When
        Key key = Key.of("mail:<a~b%7E@x>", "50%", "naïve ~ 日本");

        // Then
        assertThat(key).hasToString("mail:<a%7Eb%257E@x>~50%25~naïve %7E 日本");
        assertThat(Key.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void aKeyMayBeAPlaceAlone() {
        // When
        Key key = Key.parse("hubspot:company/7");

        // Then
        assertThat(key).isEqualTo(new Key("hubspot:company/7", List.of()));
        assertThat(Key.encodedPlace("hubspot:company/7")).isEqualTo("hubspot:company/7");
    }

    @Test
    void aKeyWithoutAPlaceIsRefused() {
        // Then
        assertThatThrownBy(() -> Key.of("", "rest"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("place of a key must not be empty");
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.strings()
                .withChars("~%7E25aé/:#<>@ ")
                .withChars('\u0000', '\uD7FF')
                .ofMaxLength(12);
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll("parts") String place, @ForAll List<@net.jqwik.api.From("parts") String> rest) {
        // Given
        Key key = new Key("p" + place, rest);

        // When
        Key read = Key.parse(key.toString());

        // Then
        assertThat(read).isEqualTo(key);
        assertThat(Key.encodedPlace(key.toString())).isEqualTo(Key.encode("p" + place));
    }

    @Property
    void differentKeysAreWrittenDifferently(
            @ForAll List<@net.jqwik.api.From("parts") String> one,
            @ForAll List<@net.jqwik.api.From("parts") String> other) {
        // Then
        assertThat(new Key("p", one).toString().equals(new Key("p", other).toString()))
                .isEqualTo(one.equals(other));
    }
}
