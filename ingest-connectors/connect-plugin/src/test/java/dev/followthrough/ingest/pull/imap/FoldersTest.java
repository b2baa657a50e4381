package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.pull.PullException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class FoldersTest {
    private static final Folders MARKED =
            new Folders(
                    List.of(
                            folder("INBOX"),
                            folder("[Gmail]", "\\noselect"),
                            folder("[Gmail]/Alle Nachrichten", "\\all"),
                            folder("[Gmail]/Papierkorb", "\\trash"),
                            folder("[Gmail]/Spamverdacht", "\\junk"),
                            folder("[Gmail]/Versendet", "\\sent"),
                            folder("Sent"),
                            folder("Kunden/Acme")));

    private static FolderName folder(String name, String... uses) {
        return new FolderName(name, '/', Set.of(uses));
    }

    @Test
    void aMarkedFolderIsTakenBeforeOneThatIsOnlyCalledSo() {
        assertThat(MARKED.find(List.of("INBOX", "\\Sent")))
                .containsExactly("INBOX", "[Gmail]/Versendet");
    }

    @Test
    void withoutMarksTheUsualNamesCount() {
        // Given
        Folders german = new Folders(List.of(folder("INBOX"), folder("INBOX/Gesendete Objekte")));

        // When
        List<String> found = german.find(List.of("inbox", "\\sent"));

        // Then
        assertThat(found).containsExactly("INBOX", "INBOX/Gesendete Objekte");
    }

    @Test
    void everyFolderMeansAllButDraftsJunkBinAndTheOneThatHoldsTheOthers() {
        assertThat(MARKED.find(List.of("*")))
                .containsExactly("INBOX", "[Gmail]/Versendet", "Sent", "Kunden/Acme");
    }

    @Test
    void aFolderNamedTwiceIsReadOnce() {
        assertThat(MARKED.find(List.of("Sent", "*", "Sent")))
                .containsExactly("Sent", "INBOX", "[Gmail]/Versendet", "Kunden/Acme");
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> MARKED.find(List.of("Customers/Acme")))
                .isInstanceOf(PullException.class)
                .hasMessageContaining("Customers/Acme")
                .hasMessageContaining("Kunden/Acme");
    }

    @Test
    void whatCannotBeOpenedIsNotThere() {
        assertThatThrownBy(() -> MARKED.find(List.of("[Gmail]"))).isInstanceOf(PullException.class);
    }
}
