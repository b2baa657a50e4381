package dev.followthrough.extract.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.extract.Extraction;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.explain.Explainer;
import dev.followthrough.extract.explain.Explanation;

import java.time.Instant;
import java.util.List;

/**
 * One line of {@code extract}'s input, explained.
 *
 * @param answer the line that {@code extract} would give; its times too
 */
public record ExplainLine(Explanation explanation, ObjectNode answer) {
    /**
     * Explains a line.
     *
     * @param start the instant at which a line without {@code said_at} counts as said
     * @throws IllegalArgumentException with one line that names the field at fault
     */
    public static ExplainLine of(JsonNode json, Setup setup, Instant start) {
        ExtractLine line = ExtractLine.of(json, start, setup.calendar());
        Explanation explanation =
                new Explainer(setup).explain(line.signal(), line.context(), line.clock());
        Extraction found =
                new Extraction(
                        explanation.candidates(),
                        explanation.contract(),
                        setup.extractor()
                                .extract(line.signal(), line.context(), line.clock())
                                .times());
        return new ExplainLine(explanation, ExtractAnswer.of(line.id(), line.signal(), found));
    }

    /** Kinds of what was found in earlier turns, as {@code extract} names them. */
    public static List<String> kinds(Explanation.Before before) {
        return before.found().stream().map(ExtractAnswer::type).toList();
    }
}
