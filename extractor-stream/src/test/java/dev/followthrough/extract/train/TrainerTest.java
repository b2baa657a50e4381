package dev.followthrough.extract.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.extract.Context;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.judge.Head;
import dev.followthrough.extract.judge.Model;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class TrainerTest {
    private static final String TEXT = "I will send you the report on Friday.";
    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample(
                            Say.ben(TEXT),
                            Context.EMPTY,
                            List.of(new Label("promise", 0, TEXT.length(), null)),
                            Set.of()));

    /** The features of each time something was fitted. */
    private final List<List<List<String>>> fitted = new ArrayList<>();

    /** Weighs “w=send” a little and “w=report” less; of the rest it says nothing. */
    private Model fit(List<String> outcomes, List<List<String>> features) {
        fitted.add(features);
        Map<String, float[]> weights = new HashMap<>();
        weights.put("w=send", new float[] {0.051f, 0});
        weights.put("w=report", new float[] {0, -0.049f});
        return new Model(List.of("promise", "none"), weights);
    }

    @Test
    void theSecondRoundWeighsOnlyWhatTheFirstGaveWeight() throws IOException {
        // When
        new Trainer(this::fit).train(SAMPLES);

        // Then
        int heads = Head.values().length;
        assertThat(fitted).hasSize(2 * heads);
        for (int head = 0; head < heads; head++) {
            assertThat(fitted.get(head).getFirst()).contains("w=send", "w=report");
            assertThat(fitted.get(heads + head)).containsExactly(List.of("w=send"));
        }
    }
}
