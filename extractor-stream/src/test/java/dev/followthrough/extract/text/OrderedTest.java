package dev.followthrough.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class OrderedTest {
    private static final List<Integer> STARTS = List.of(0, 4, 4, 9);

    @Test
    void firstThatBeginsThereOrBehind() {
        assertThat(first(-1)).isZero();
        assertThat(first(1)).isEqualTo(1);
        assertThat(first(4)).isEqualTo(1);
        assertThat(first(5)).isEqualTo(3);
        assertThat(first(10)).isEqualTo(4);
        assertThat(Ordered.firstFrom(3, List.<Integer>of(), start -> start)).isZero();
    }

    @Test
    void betweenTakesTheFirstPlaceAndLeavesTheLast() {
        assertThat(Ordered.between(4, 9, STARTS, start -> start)).containsExactly(4, 4);
        assertThat(Ordered.between(9, 4, STARTS, start -> start)).isEmpty();
        assertThat(Ordered.between(0, 100, STARTS, start -> start)).isEqualTo(STARTS);
    }

    private static int first(int at) {
        return Ordered.firstFrom(at, STARTS, start -> start);
    }
}
