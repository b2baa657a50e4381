package dev.followthrough.ingest.receiver.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Response;

import org.junit.jupiter.api.Test;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

class FloodTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(42);
    private final Semaphore places = new Semaphore(2);
    private final Flood flood = new Flood(places, 10, nanos::get);

    private int counted(int requests) {
        int good = 0;
        for (int i = 0; i < requests; i++) {
            try {
                flood.count();
                good++;
            } catch (Problem tooMany) {
                assertThat(tooMany.status()).isEqualTo(429);
            }
        }
        return good;
    }

    @Test
    void aSecondsWorthMayComeAtOnceAndThenSoManyASecond() {
        // When
        int atOnce = counted(100);
        nanos.addAndGet(SECOND / 2);
        int later = counted(100);

        // Then
        assertThat(atOnce).isEqualTo(10);
        assertThat(later).isEqualTo(5);
    }

    @Test
    void aLongSilenceSavesUpNoMoreThanASecond() {
        // Given
        counted(10);

        // When
        nanos.addAndGet(3600 * SECOND);

        // Then
        assertThat(counted(100)).isEqualTo(10);
    }

    @Test
    void whoFindsNoPlaceIsToldWhenToComeBack() {
        // Given
        places.acquireUninterruptibly(2);

        // When
        Problem full = catchThrowableOfType(Problem.class, this::answered);

        // Then
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.response().headers()).containsEntry("Retry-After", "1");
        places.release();
        assertThat(answered().status()).isEqualTo(200);
    }

    @Test
    void aPlaceIsGivenBackWhateverComesOfTheWork() {
        // When
        assertThatThrownBy(
                        () ->
                                flood.inPlace(
                                        () -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        answered();

        // Then
        assertThat(places.availablePermits()).isEqualTo(2);
    }

    private Response answered() {
        return flood.inPlace(() -> Response.empty(200));
    }
}
