package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.service.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ItemFileTest {
    private static final List<Item> MISSED = List.of(Item.parse("deal\tcommitment\tc1\tmissed\t-"));
    private static final List<Item> HIT = List.of(Item.parse("deal\tcommitment\tc1\thit\trule.a"));

    @TempDir private Path folder;

    @Test
    void theFirstEvaluationIsKeptAndTheSecondComparedWithIt() throws IOException {
        // Given
        Path file = folder.resolve("items.tsv");

        // When
        String first = ItemFile.at(file).renew(MISSED);
        String second = ItemFile.at(file).renew(HIT);

        // Then
        assertThat(first).isEmpty();
        assertThat(second)
                .isEqualTo("rule.a: gained 1, lost 0, moved 0\n  + deal commitment c1 found\n");
        assertThat(Item.read(file)).isEqualTo(HIT);
    }

    @Test
    void aFileOfSomethingElseIsNamedAndLeftAsItIs() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("notes.txt"), "a note\n");

        // When, then
        assertThatThrownBy(() -> ItemFile.at(file))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("notes.txt does not hold items");
        assertThat(file).hasContent("a note\n");
    }

    @Test
    void aPlaceNothingCanBeWrittenToIsSaidAtOnce() {
        // When, then
        assertThatThrownBy(() -> ItemFile.at(folder))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("items must go to a file");
        assertThatThrownBy(() -> ItemFile.at(folder.resolve("none/items.tsv")))
                .hasMessageContaining("none/items.tsv");
    }
}
