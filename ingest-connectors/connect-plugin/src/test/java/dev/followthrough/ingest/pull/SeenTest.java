package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SeenTest {
    @Test
    void whatIsSeenIsNotNewAndAChangeIs() {
        // Given
        Seen seen = new Seen(10);

        // When
        boolean first = seen.add(5, "note/1 v1");
        boolean again = seen.add(5, "note/1 v1");
        boolean changed = seen.add(5, "note/1 v2");

        // Then
        assertThat(List.of(first, again, changed)).containsExactly(true, false, true);
    }

    @Test
    void theOldestAreForgottenFirst() {
        // Given
        Seen seen = new Seen(2);
        seen.add(3, "c");
        seen.add(1, "a");

        // When
        seen.add(2, "b");

        // Then
        assertThat(seen.size()).isEqualTo(2);
        assertThat(seen.add(3, "c")).isFalse();
        assertThat(seen.add(2, "b")).isFalse();
        assertThat(seen.add(1, "a")).isTrue();
    }

    @Property
    void itsTextReadsBack(
            @ForAll @Size(max = 50) List<@LongRange(min = 0) Long> orders, @ForAll String content) {
        // Given
        Seen seen = new Seen(1000);
        orders.forEach(order -> seen.add(order, content + order));

        // When
        Seen read = Seen.of(seen.text(), 1000);

        // Then
        assertThat(read.text()).isEqualTo(seen.text());
        orders.forEach(order -> assertThat(read.add(order, content + order)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AQ", "gICA", "AAAAAAAAAA", "/w=="})
    void whatWeDidNotWriteIsEmpty(String text) {
        // When
        Seen read = Seen.of(text, 10);

        // Then
        assertThat(read.size()).isLessThanOrEqualTo(1);
        assertThat(read.add(7, "x")).isTrue();
    }

    @Test
    void anEntryTakesFewCharacters() {
        // Given
        Seen seen = new Seen(10_000);
        for (int i = 0; i < 1000; i++) {
            seen.add(1_770_000_000_000L + i * 60_000L, "message " + i);
        }

        // When
        String text = seen.text();

        // Then
        assertThat(text.length()).isLessThan(13_000);
    }
}
