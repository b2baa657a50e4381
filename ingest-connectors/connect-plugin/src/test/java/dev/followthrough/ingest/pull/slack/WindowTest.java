package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.Checkpoint;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class WindowTest {
    @Property
    void itsTextReadsBack(
            @ForAll @Size(max = 40) @UniqueElements
                    List<@LongRange(min = 1, max = 4_000_000_000_000_000L) Long> times,
            @ForAll boolean missed,
            @ForAll int hash) {
        // Given
        Window window = Window.of("", 0);
        for (long at : times) {
            int[] hashes = new int[(int) (at % 4)];
            java.util.Arrays.fill(hashes, hash);
            window.put(at, new Window.Entry(at % 3 == 0 ? at / 2 : 0, missed, hashes));
        }

        // When
        Window read = Window.of(window.text(), 0);

        // Then
        assertThat(read.text()).isEqualTo(window.text());
        for (long at : times) {
            assertThat(read.knows(at)).isTrue();
            assertThat(read.get(at).thread()).isEqualTo(window.get(at).thread());
            assertThat(read.get(at).published()).isEqualTo(window.get(at).published());
            assertThat(read.get(at).missed()).isEqualTo(missed);
        }
    }

    @Property
    void anyTextIsReadWithoutHarm(@ForAll String text) {
        // When
        Window read = Window.of(text, 0);

        // Then
        assertThat(Window.of(read.text(), 0).text()).isEqualTo(read.text());
    }

    @Property
    void anyStoredOffsetIsReadWithoutHarm(@ForAll String value) {
        // When
        Checkpoint read =
                new ChannelState(
                                Checkpoint.of(
                                        Map.of(
                                                "begun",
                                                value,
                                                "top",
                                                value,
                                                "floor",
                                                value,
                                                "seen",
                                                value,
                                                "reactions",
                                                value,
                                                "threads",
                                                value,
                                                "b.before",
                                                value)))
                        .write();

        // Then
        assertThat(new ChannelState(read).write()).isEqualTo(read);
    }

    @Test
    void tooManyAreForgottenFromTheOldest() {
        // Given
        Window window = Window.of("", 0);
        for (long at = 1; at <= 10; at++) {
            window.put(at, new Window.Entry(0, false, new int[] {1}));
        }

        // When
        window.raise(3, 5);

        // Then
        assertThat(window.knows(5)).isFalse();
        assertThat(window.knows(6)).isTrue();
        assertThat(window.floor()).isEqualTo(6);
        assertThat(window.covers(5)).isFalse();
    }

    @Test
    void aTimeIsReadExactlyAndBack() {
        // Then
        assertThat(Ts.text(Ts.micros("1770000000.000123"))).isEqualTo("1770000000.000123");
        assertThat(Ts.micros("1770000000")).isEqualTo(Ts.NONE);
        assertThat(Ts.micros("soon")).isEqualTo(Ts.NONE);
    }
}
