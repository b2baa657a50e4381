package dev.followthrough.extract.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.rules.Flag;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SlotFinderTest {
    private static final Extractor EXTRACTOR = new Extractor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A corrected notice goes round this afternoon.        | THING | PRESENT | go",
                "Penalties caused by our errors get paid back by May. | THING | STATE | pay",
                "The signed variation will be with you on Friday.     | THING | WILL    | be",
                "Until then we are watching the queue, nights too.    | WE    | PROGRESSIVE | watch",
                // a plain past stays one
                "Legal signed the addendum on Friday.                 | TEAM  | PAST    | sign",
                "We signed it and will send it on Friday.             | WE    | PAST    | sign"
            })
    void participleBeforeANounIsNotTheVerb(String said, DoerKind doer, Tense tense, String verb) {
        // When
        Slots slots = units(said).get(0).slots();
        // Then
        assertThat(slots.doer()).isEqualTo(doer);
        assertThat(slots.tense()).isEqualTo(tense);
        assertThat(slots.verb()).isEqualTo(verb);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Clerk: \"we will clean the room tomorrow\"    | true",
                "The \"agreed\" plan will reach you tomorrow   | false",
                "The 5\" pipe will ship tomorrow                | false",
                "I will send it tomorrow                       | false"
            })
    void quotedIsWhatAQuotationIsOpenBefore(String said, boolean quoted) {
        // When
        List<Unit> units = units(said);
        // Then
        assertThat(units.get(units.size() - 1).is(Flag.QUOTED)).isEqualTo(quoted);
    }

    private static List<Unit> units(String said) {
        var signal = Say.ben(said);
        return EXTRACTOR.scene(signal, Context.EMPTY, EXTRACTOR.clock(signal)).units();
    }
}
