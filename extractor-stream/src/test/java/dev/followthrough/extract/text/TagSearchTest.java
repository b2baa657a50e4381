package dev.followthrough.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

class TagSearchTest {
    /** Messages with their JSON around them: words and marks of every kind. */
    private static final Path TALK = Path.of("src/main/training/talk/us-sales-chat.jsonl");

    private static final int LONGEST = 60;

    @Test
    void tagsAreThoseOfTheLibrary() throws IOException {
        // Given
        POSTaggerME library = library();
        TagSearch search = new TagSearch(TagWeights.english());

        for (String line : Files.readAllLines(TALK).subList(0, 150)) {
            String[] words = line.split("(?<=[ ,.?!:\"])| +|(?=[,.?!:\"])");
            for (int from = 0; from < words.length; from += LONGEST) {
                String[] part =
                        Arrays.copyOfRange(words, from, Math.min(words.length, from + LONGEST));
                // When
                String[] tags = search.tag(part);
                // Then
                assertThat(tags).as(String.join(" ", part)).isEqualTo(library.tag(part));
            }
        }
    }

    @Test
    void nothingHasNoTags() {
        assertThat(new TagSearch(TagWeights.english()).tag(new String[0])).isEmpty();
    }

    private static POSTaggerME library() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        TagSearchTest.class.getResourceAsStream(
                                "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"))) {
            return new POSTaggerME(new POSModel(in), POSTagFormat.UD);
        }
    }
}
