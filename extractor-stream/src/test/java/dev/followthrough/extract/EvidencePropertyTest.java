package dev.followthrough.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Evidence;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

/** Whatever is written: nothing is thrown, and every quote stands in the text. */
class EvidencePropertyTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final List<String> PIECES =
            List.of(
                    "I'll send",
                    "we'll have it",
                    "by Friday",
                    "Can you",
                    "please",
                    "on it",
                    "yep",
                    "if legal agrees",
                    "the SOW",
                    "to you",
                    "tomorrow",
                    "won't",
                    "😂😂",
                    "“",
                    "”",
                    "\"",
                    "\n",
                    "- ",
                    "3.",
                    "…",
                    "?",
                    "!",
                    ".",
                    ",",
                    ";",
                    "(",
                    ")",
                    "’ll",
                    "dont",
                    "Priya",
                    ":",
                    "in scope",
                    "up to 30",
                    "@",
                    "#",
                    "\u0301",
                    "\ud83d",
                    "ß",
                    "İ",
                    "http://a.example/?q=1",
                    "asap",
                    "   ",
                    "\t",
                    "\r\n",
                    "it's done",
                    "instead");

    @Property(tries = 300)
    void everyQuoteIsExactlyItsSpanInAnyText(@ForAll("texts") String text) {
        // When
        Extraction found = EXTRACTOR.extract(Say.ben(text), Say.after("Could you send the SOW?"));

        // Then
        for (Candidate candidate : found.candidates()) {
            Evidence e = candidate.evidence();
            assertThat(text.substring(e.start(), e.end())).isEqualTo(e.quote());
            assertThat(candidate.confidence()).isBetween(0.0, 1.0);
        }
        found.times()
                .forEach(t -> assertThat(text.substring(t.start(), t.end())).isEqualTo(t.text()));
    }

    @Example
    void aRunOfCommasOfAnyLengthIsRead() {
        // Given: a letter that is longer in lower case, and more pieces than a stack holds
        String text = "İ,I'll send it by Friday," + "a,".repeat(50_000) + "b";

        // When
        Extraction found = EXTRACTOR.extract(Say.ben(text), Context.EMPTY);

        // Then
        assertThat(found.times()).anyMatch(time -> time.text().equals("by Friday"));
    }

    @Property(tries = 100)
    void sameTextReadsTheSameTwice(@ForAll("texts") String text) {
        // Given
        Context before = Say.after("Could you send the SOW?");

        // When
        Extraction once = new Extractor().extract(Say.ben(text), before);
        Extraction again = EXTRACTOR.extract(Say.ben(text), before);

        // Then
        assertThat(again).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(PIECES).list().ofMaxSize(14).map(p -> String.join(" ", p));
        Arbitrary<String> glued =
                Arbitraries.of(PIECES).list().ofMaxSize(10).map(p -> String.join("", p));
        return Arbitraries.oneOf(pieces, glued, Arbitraries.strings().ofMaxLength(80));
    }
}
