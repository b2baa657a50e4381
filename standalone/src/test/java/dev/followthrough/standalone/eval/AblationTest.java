package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.extract.Setup;
import dev.followthrough.extract.app.LabelledLine;
import dev.followthrough.extract.explain.Explainer;
import dev.followthrough.extract.time.TimeContext;
import dev.followthrough.extract.train.Sample;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

class AblationTest {
    private static final String LINE =
            """
            {"id": "m-1", "channel": "chat", "said_at": "2026-03-02T09:00:00Z", "zone": "UTC",
             "author": {"name": "Ben", "email": "ben@us.example"},
             "audience": [{"name": "Ana", "email": "ana@them.example"}],
             "previous": [{"author": "Ana", "text": "Can you send me the signed order form?"}],
             "text": "Sure. I'll send you the signed form by Friday, and the invoice will be attached."}
            """;

    /** A feature that is renamed must not slip through. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOTHING", "MODEL"})
    void leavesOutSomeOfWhatTheShippedModelWeighsAndNotAll(Ablation without) throws IOException {
        // Given
        Sample said =
                LabelledLine.samples(new JsonMapper().readTree(LINE), Instant.EPOCH).getFirst();
        TimeContext clock = TimeContext.of(said.signal().saidAt(), said.signal().zone());

        // When
        List<String> weighed =
                new Explainer(Setup.standard())
                        .explain(said.signal(), said.context(), clock).clauses().stream()
                                .flatMap(clause -> clause.weighings().stream())
                                .flatMap(weighing -> weighing.weights().stream())
                                .map(weight -> weight.feature())
                                .toList();

        // Then
        assertThat(weighed).anyMatch(without::leavesOut);
        assertThat(weighed).anyMatch(feature -> !without.leavesOut(feature));
        assertThat(weighed).noneMatch(Ablation.NOTHING::leavesOut);
    }
}
