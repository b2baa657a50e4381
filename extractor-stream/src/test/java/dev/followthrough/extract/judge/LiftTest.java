package dev.followthrough.extract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

class LiftTest {
    private static final String PLAIN = "I will count the reindeer.";

    private final Extractor extractor = new Extractor(new Judge(doubting(3)));
    private final Extractor undecided = new Extractor(new Judge(doubting(0.2f)));

    @Test
    void aPlainPromiseInWritingKeepsItsWorthWhereTheModelDoubts() {
        // When
        List<Candidate> found = read(SignalKind.CHAT, PLAIN);

        // Then
        assertThat(found)
                .singleElement()
                .isInstanceOf(Candidate.Promise.class)
                .extracting(Candidate::confidence)
                .isEqualTo(0.6);
    }

    @Test
    void spokenOrBesideALookalikeItDoesNot() {
        // When, then
        assertThat(read(SignalKind.TURN, PLAIN)).isEmpty();
        assertThat(read(SignalKind.CHAT, "I will share my screen now.")).isEmpty();
    }

    @Test
    void spokenItDoesWhereItNamesATimeOrTellsTheHearer() {
        // When, then
        assertThat(read(SignalKind.TURN, "I will send you the count.")).hasSize(1);
        assertThat(read(SignalKind.TURN, "I will finish the count by Friday.")).hasSize(1);
    }

    @Test
    void aDateInAnothersPlaceIsOneWhateverTheModelSays() {
        // When, then
        assertThat(read(SignalKind.TURN, "The panel meets on 4 March now rather than 28 May."))
                .singleElement()
                .isInstanceOf(Candidate.Rescheduling.class);
        assertThat(read(SignalKind.TURN, "The panel meets on 4 March.")).isEmpty();
    }

    @Test
    void aPromiseThatNamesATimeIsGivenOutSooner() {
        // When, then
        assertThat(read(undecided, SignalKind.TURN, "We finish the count by Friday."))
                .singleElement()
                .satisfies(found -> assertThat(found.confidence()).isBetween(0.5, 0.55));
        assertThat(read(undecided, SignalKind.TURN, "We finish the count."))
                .singleElement()
                .satisfies(found -> assertThat(found.confidence()).isBetween(0.44, 0.46));
    }

    private List<Candidate> read(SignalKind kind, String text) {
        return read(extractor, kind, text);
    }

    private static List<Candidate> read(Extractor extractor, SignalKind kind, String text) {
        Signal chat = Say.ben(text);
        Signal signal =
                new Signal(
                        chat.id(),
                        chat.revision(),
                        chat.deleted(),
                        kind,
                        chat.source(),
                        chat.conversation(),
                        chat.replyTo(),
                        chat.saidAt(),
                        chat.zone(),
                        chat.author(),
                        chat.audience(),
                        chat.account(),
                        chat.deal(),
                        chat.text(),
                        chat.quoted(),
                        chat.named(),
                        chat.places(),
                        chat.facts());
        return extractor.extract(signal, Context.EMPTY).candidates();
    }

    /** Models that say no, whatever they are asked; to what was promised so surely. */
    private static Models doubting(float surely) {
        Map<Head, Model> models = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            List<String> outcomes =
                    switch (head) {
                        case SPEECH -> List.of("none", "promise");
                        case SCOPE -> List.of("none", "scope/in");
                        case CONTEXT -> List.of("none", "context/trust_damage");
                    };
            models.put(
                    head,
                    new Model(
                            outcomes,
                            Map.of("bias", new float[] {head == Head.SPEECH ? surely : 3, 0})));
        }
        return new Models(models);
    }
}
