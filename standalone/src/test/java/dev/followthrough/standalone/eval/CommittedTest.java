package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CommittedTest {
    private static final List<Item> BEFORE =
            items(
                    "deal\tcommitment\tc1\thit\trule.a",
                    "deal\tcommitment\tc2\thit\trule.b",
                    "deal\tcommitment\tc3\tmissed\t-",
                    "deal\tcommitment\tmail:1\twrong\trule.c",
                    "deal\tcommitment\tmail:1\twrong\trule.c");

    private static final List<Item> AFTER =
            items(
                    "deal\tcommitment\tc1\thit\trule.b",
                    "deal\tcommitment\tc2\tmissed\t-",
                    "deal\tcommitment\tc3\tmissed\t-",
                    "deal\tcommitment\tmail:1\twrong\trule.c",
                    "deal\tcommitment\tmail:2\twrong\trule.a");

    @TempDir private Path folder;

    @Test
    void aFigureThatFellIsNamedAndTheSameFiguresAreNot() throws IOException {
        // Given
        Committed committed = Committed.in(folder.resolve("quality"));
        committed.write(BEFORE);

        // When
        List<String> drops = committed.drops(AFTER);

        // Then
        assertThat(drops)
                .containsExactly(
                        "commitment precision fell from 0.5 to 0.3333",
                        "commitment recall fell from 0.6667 to 0.3333",
                        "commitment F1 fell from 0.5714 to 0.3333");
        assertThat(committed.drops(BEFORE)).isEmpty();
        assertThat(committed.readItems()).isEqualTo(BEFORE);
    }

    @Test
    void aFigureThatWasNeverCommittedIsADrop() throws IOException {
        // Given
        Committed committed = Committed.in(folder);
        Files.writeString(committed.figures(), "{\"commitment\": {\"precision\": 0.1}}");

        // When
        List<String> drops = committed.drops(BEFORE);

        // Then
        assertThat(drops)
                .contains("commitment recall is not among the committed figures")
                .doesNotContain("commitment precision is not among the committed figures");
    }

    @Test
    void whatChangedIsToldByRule() {
        // Given BEFORE and AFTER

        // When
        String text = Changes.between(BEFORE, AFTER).text();

        // Then
        assertThat(text)
                .isEqualTo(
                        """
                        rule.a: gained 0, lost 1, moved 0
                          - deal commitment mail:2 wrongly taken
                        rule.b: gained 0, lost 1, moved 1
                          - deal commitment c2 missed
                          ~ deal commitment c1 from rule.a
                        rule.c: gained 1, lost 0, moved 0
                          + deal commitment mail:1 no longer wrongly taken
                        """);
        assertThat(Changes.between(AFTER, AFTER).text()).isEmpty();
    }

    private static List<Item> items(String... lines) {
        return List.of(lines).stream().map(Item::parse).toList();
    }
}
