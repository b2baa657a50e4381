package dev.followthrough.extract.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class NameTableTest {
    @Test
    void everyNameIsFoundByItsPiecesAndNothingElseIs() {
        // Given
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            names.add("w=" + i + " é");
        }

        // When
        NameTable table = new NameTable(names);

        // Then
        long start = NameTable.hash(NameTable.EMPTY, "w=");
        for (int i = 0; i < 10_000; i++) {
            long hash = NameTable.hash(NameTable.hash(start, Integer.toString(i)), " é");
            assertThat(table.number(hash)).isEqualTo(i < 5_000 ? i : -1);
        }
    }

    @Test
    void aHashIsThatOfTheWholeHoweverItIsCut() {
        // Given
        String name = "w3=thé end of " + "a very long word".repeat(20);
        long whole = NameTable.hash(NameTable.EMPTY, name);

        for (int cut = 0; cut <= name.length(); cut++) {
            // When
            long first = NameTable.hash(NameTable.EMPTY, name.substring(0, cut));

            // Then
            assertThat(NameTable.hash(first, name.substring(cut))).isEqualTo(whole);
        }
    }

    @Test
    void aPieceHashedBeforehandIsWorthItsCharacters() {
        // Given
        Piece piece = Piece.of("naïve words");

        // When
        long hash = NameTable.hash(NameTable.hash(NameTable.EMPTY, "w="), piece);

        // Then
        assertThat(hash).isEqualTo(NameTable.hash(NameTable.EMPTY, "w=naïve words"));
    }

    @Test
    void twoNamesOfOneHashAreRefused() {
        assertThatThrownBy(() -> new NameTable(List.of("same", "same")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
    }
}
