package dev.followthrough.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class PositionsTest {
    private static List<Integer> listed(Positions positions) {
        List<Integer> listed = new ArrayList<>();
        for (int i = positions.next(0); i >= 0; i = positions.next(i + 1)) {
            listed.add(i);
        }
        return listed;
    }

    @Test
    void moveAcrossTheMiddle() {
        // Given
        Positions positions = new Positions();
        for (int i : new int[] {0, 55, 62, 63, 64, 118}) {
            positions.set(i);
        }

        // When
        positions.forward(8);

        // Then
        assertThat(listed(positions)).containsExactly(8, 63, 70, 71, 72, 126);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 65, 126, 127})
    void reachUpToTheLastAndNoFurther(int last) {
        // Given
        Positions positions = new Positions();

        // When
        positions.setUpTo(last);

        // Then
        assertThat(listed(positions)).hasSize(last + 1);
        assertThat(positions.has(last)).isTrue();
    }

    @Test
    void keepIsThatOfSets() {
        // Given
        Positions some = new Positions();
        some.set(3);
        some.set(70);
        Positions others = new Positions();
        others.set(70);
        others.set(90);

        // When
        Positions both = new Positions().set(some.low(), some.high());
        both.keep(others);

        // Then
        assertThat(listed(both)).containsExactly(70);
        assertThat(listed(some)).containsExactly(3, 70);
    }

    @Test
    void oneFurtherCrossesTheMiddle() {
        // Given
        Positions some = new Positions();
        some.set(0);
        some.set(63);
        some.set(64);
        Positions moved = new Positions();
        moved.set(5);

        // When
        moved.moved(some.low(), some.high());

        // Then
        assertThat(listed(moved)).containsExactly(1, 64, 65);
    }
}
