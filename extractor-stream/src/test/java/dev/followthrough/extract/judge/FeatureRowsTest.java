package dev.followthrough.extract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.refine.Scene;
import dev.followthrough.extract.text.NameTable;

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
        Extractor extractor = new Extractor(Judge.rulesOnly());
        Signal signal = Say.ben(TEXT);
        Scene scene = extractor.scene(signal, Context.EMPTY, extractor.clock(signal));
        for (int i = 0; i < scene.units().size(); i++) {
            List<String> names = Features.of(scene.units(), i, scene.past());
            WeightTable table = new WeightTable(halfOf(names));

            // When
            FeatureRows rows = new FeatureRows(table);
            rows.sums(scene.units(), i, scene.past());

            // Then
            List<Integer> expected = new ArrayList<>();
            for (String name : names) {
                int row = table.row(NameTable.hash(NameTable.EMPTY, name));
                if (row >= 0) {
                    expected.add(row);
                }
            }
            List<Integer> found = new ArrayList<>();
            for (int f = 0; f < rows.size(); f++) {
                found.add(rows.get(f));
            }
            assertThat(found).isNotEmpty().isEqualTo(expected);
        }
    }

    /** Models that know every second feature. */
    private static Map<Head, Model> halfOf(List<String> names) {
        Map<String, float[]> weights = new HashMap<>();
        for (int i = 0; i < names.size(); i += 2) {
            weights.put(names.get(i), new float[] {i + 1f, 0});
        }
        Map<Head, Model> models = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            models.put(head, new Model(List.of("promise", "none"), weights));
        }
        return models;
    }
}
