package dev.followthrough.ingest.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPartiesTest {
    @Test
    void aPrintedAddressHasItsName() {
        // When
        Party party = MailParties.of("\"Lima, Ana\" <Ana@A.example>", Side.OURS);

        // Then
        assertThat(party)
                .isEqualTo(
                        new Party("mail:ana@a.example", "Lima, Ana", "ana@a.example", Side.OURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ana", "@a.example", "ana@", "a b@c.example", "<>", "<ana", "ana>"})
    void whatIsNoAddressIsNobody(String text) {
        // When
        Party party = MailParties.of(text, Side.UNKNOWN);

        // Then
        assertThat(party).isNull();
    }
}
