package dev.followthrough.extract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.refine.Scene;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class FeatureRowsTest {
    private static final String TEXT =
            "Sure, I'll send Ana the redlines by Friday, and we need 3 seats. Can you call Bo? "
                    + "If legal agrees the pack will be in your inbox, “no problem” they said.";

    @Test
    void rowsAreThoseOfTheNamesInTheirOrder() {
        // Given
        Scene scene = scene(TEXT);
        for (int i = 0; i < scene.units().size(); i++) {
            List<String> names = Features.of(scene.units(), i, scene.past());

            // When
            List<Integer> found = new ArrayList<>();
            List<Integer> expected = rows(scene, i, halfOf(names), found);

            // Then
            assertThat(found).isNotEmpty().isEqualTo(expected);
        }
    }

    @Test
    void whatComesAgainIsCountedOnceHoweverLongTheClause() {
        for (int words = 2; words < 40; words++) {
            // Given
            StringBuilder half = new StringBuilder();
            for (int i = 0; i < words; i++) {
                half.append(" the item").append((char) ('a' + i % 26)).append(i / 26);
            }
            Scene scene = scene("We will send" + half + half);
            List<String> names = Features.of(scene.units(), 0, scene.past());

            // When
            List<Integer> found = new ArrayList<>();
            List<Integer> expected = rows(scene, 0, allOf(names, 1), found);

            // Then
            assertThat(found).isEqualTo(expected);
        }
    }

    private static Scene scene(String text) {
        Extractor extractor = new Extractor(Judge.rulesOnly());
        Signal signal = Say.ben(text);
        return extractor.scene(signal, Context.EMPTY, extractor.clock(signal));
    }

    /** The rows of a unit's names as the table tells; those that were found are added. */
    private static List<Integer> rows(
            Scene scene, int unit, Map<Head, Model> models, List<Integer> found) {
        NameTable names = new WeightTable(models).names();
        FeatureRows rows = new FeatureRows(names);
        Features.put(scene.units(), unit, scene.past(), rows);
        for (int f = 0; f < rows.size(); f++) {
            found.add(rows.get(f));
        }
        List<Integer> expected = new ArrayList<>();
        for (String name : Features.of(scene.units(), unit, scene.past())) {
            int row = names.number(NameTable.hash(NameTable.EMPTY, name));
            if (row >= 0) {
                expected.add(row);
            }
        }
        return expected;
    }

    /** Models that know every second feature. */
    private static Map<Head, Model> halfOf(List<String> names) {
        return allOf(names, 2);
    }

    /** Models that know every so manyth feature. */
    private static Map<Head, Model> allOf(List<String> names, int step) {
        Map<String, float[]> weights = new HashMap<>();
        for (int i = 0; i < names.size(); i += step) {
            weights.put(names.get(i), new float[] {i + 1f, 0});
        }
        Map<Head, Model> models = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            models.put(head, new Model(List.of("promise", "none"), weights));
        }
        return models;
    }
}
