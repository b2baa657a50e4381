package dev.followthrough.extract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.refine.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The scorer of acceptances, as it is shipped. */
class AcceptancesTest {
    private static final String REDLINES = "Can you send me the redlines by Friday?";
    private static final String WAREHOUSE = "Could you also call the warehouse in Ghent?";

    private final Extractor extractor = new Extractor();

    @Test
    void whatTakesOnARequestIsLikelyAndWhatDoesNotIsNot() throws IOException {
        // When, then
        assertThat(best(Say.after(REDLINES), "Can do.").p()).isGreaterThan(0.7);
        assertThat(best(Say.after(REDLINES), "Which redlines do you mean?").p()).isLessThan(0.2);
    }

    @Test
    void withoutARequestTheSameWordsAreNoAcceptance() {
        // When, then
        assertThat(read(Say.after(REDLINES), "Can do."))
                .singleElement()
                .isInstanceOf(Candidate.Acceptance.class);
        assertThat(read(Say.after("The redlines came on Friday."), "Can do."))
                .noneMatch(Candidate.Acceptance.class::isInstance);
        assertThat(read(Context.EMPTY, "Can do."))
                .noneMatch(Candidate.Acceptance.class::isInstance);
    }

    @Test
    void nothingIsAskedByWhoeverAnswers() {
        // Given
        Signal own = Say.signal("m1", Say.BEN, Say.ANA, Say.MONDAY.minusSeconds(60), REDLINES);

        // When, then
        assertThat(read(new Context(List.of(own), null), "Can do."))
                .noneMatch(Candidate.Acceptance.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'll send you the redlines on Thursday. | redlines",
                "I'll call the warehouse tomorrow. | warehouse"
            })
    void ofTwoRequestsTheOneThatIsSpokenOfIsAccepted(String answer, String asked) {
        for (Context context :
                List.of(Say.after(REDLINES, WAREHOUSE), Say.after(WAREHOUSE, REDLINES))) {
            // When
            List<Candidate> found = read(context, answer);

            // Then
            assertThat(found)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Candidate.Acceptance.class,
                            acceptance ->
                                    assertThat(acceptance.request().evidence().quote())
                                            .contains(asked));
        }
    }

    @Test
    void theSumIsThatOfTheFeaturesByName() throws IOException {
        // Given
        Scene scene = scene(Say.after(REDLINES, WAREHOUSE), "Sure, I'll call them by Friday.");
        Acceptances acceptances = acceptances(scene);

        // When
        Acceptances.Best best = Objects.requireNonNull(acceptances.best(scene.units(), 0));
        Weighing weighing =
                Objects.requireNonNull(
                        acceptances.weigh(scene.units(), 0, shipped().acceptances()));

        // Then
        double sum = weighing.weights().stream().mapToDouble(Weighing.Weight::weight).sum();
        assertThat(1 / (1 + Math.exp(-sum)))
                .isCloseTo(best.p(), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(weighing.asked())
                .isNotNull()
                .satisfies(a -> assertThat(REDLINES + WAREHOUSE).contains(a));
    }

    private Acceptances.Best best(Context context, String text) throws IOException {
        Scene scene = scene(context, text);
        return Objects.requireNonNull(acceptances(scene).best(scene.units(), 0));
    }

    private static Acceptances acceptances(Scene scene) throws IOException {
        return new Acceptances(scene.past(), Objects.requireNonNull(shipped().pairs()));
    }

    private static Models shipped() throws IOException {
        try (InputStream in = Judge.class.getResourceAsStream("/model/en.model")) {
            return Models.read(Objects.requireNonNull(in));
        }
    }

    private Scene scene(Context context, String text) {
        Signal signal = Say.ben(text);
        return extractor.scene(signal, context, extractor.clock(signal));
    }

    private List<Candidate> read(Context context, String text) {
        return extractor.candidates(Say.ben(text), context);
    }
}
