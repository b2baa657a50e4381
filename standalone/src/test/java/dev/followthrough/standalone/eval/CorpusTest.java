package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.service.StartException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class CorpusTest {
    @TempDir private Path training;

    @BeforeEach
    void folders() throws IOException {
        for (String folder : new String[] {"talk", "more", "deals"}) {
            Files.createDirectory(training.resolve(folder));
        }
    }

    @Test
    void textOfTheKindThatJudgesCountsThriceAndMoreOfItOnce() throws IOException {
        // Given
        line("talk/a.jsonl", "close");
        line("more/b.jsonl", "far");

        // When
        Corpus corpus = Corpus.of(training);

        // Then
        assertThat(corpus.talk().get("close")).hasSize(3);
        assertThat(Set.copyOf(corpus.talk().getOrDefault("close", List.of()))).hasSize(1);
        assertThat(corpus.talk().get("far")).hasSize(1);
        assertThat(corpus.all()).hasSize(4);
    }

    @Test
    void whatIsKeptBackIsInNoOtherFold() throws IOException {
        // Given
        line("talk/a.jsonl", "close");
        int fold = Corpus.foldOf("close", 6);

        // When
        Corpus corpus = Corpus.of(training);

        // Then
        assertThat(corpus.without(fold, 6)).isEmpty();
        assertThat(corpus.without((fold + 1) % 6, 6)).hasSize(3);
        assertThat(Corpus.foldOf("close/7", 6)).isEqualTo(fold);
    }

    @Test
    void twoLinesOfOneIdAreRefusedByFileAndId() throws IOException {
        // Given
        line("talk/a.jsonl", "twice");
        line("more/b.jsonl", "twice");

        // When, then
        assertThatThrownBy(() -> Corpus.of(training))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("b.jsonl")
                .hasMessageContaining("twice");
    }

    private void line(String file, String id) throws IOException {
        Files.writeString(
                training.resolve(file),
                """
                {"id": "%s", "said_at": "2026-03-09T10:00:00Z", "text": "I'll send it.", "candidates": []}
                """
                        .formatted(id));
    }
}
