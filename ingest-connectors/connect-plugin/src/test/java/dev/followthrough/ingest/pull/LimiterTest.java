package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

class LimiterTest {
    private final FakePace pace = new FakePace();
    private final Meter meter = Meter.unseen();
    private final Tools tools =
            new Tools(InstantSource.fixed(Instant.parse("2026-03-11T16:00:00Z")), pace, meter, 3);

    @Test
    void aBurstGoesThroughAndTheRestComesAtTheRate() throws InterruptedException {
        // Given
        Limiter limiter = new Limiter(method -> Rate.perMinute(3), tools);

        // When
        for (int i = 0; i < 6; i++) {
            limiter.acquire("history");
        }

        // Then
        assertThat(pace.waits())
                .containsExactly(
                        Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
        assertThat(meter.value("rate-limit-waits", null)).isEqualTo(3);
        assertThat(meter.value("rate-limit-wait-ms", null)).isEqualTo(60_000);
    }

    @Test
    void inNoMinuteThereAreMoreThanTwiceTheCallsAndOnAverageNoMore() throws InterruptedException {
        // Given
        Limiter limiter = new Limiter(method -> Rate.perMinute(1), tools);

        // When
        for (int i = 0; i < 61; i++) {
            limiter.acquire("history");
        }

        // Then
        assertThat(pace.waited()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void methodsDoNotWaitForEachOther() throws InterruptedException {
        // Given
        Limiter limiter = new Limiter(method -> Rate.perMinute(1), tools);

        // When
        limiter.acquire("history");
        limiter.acquire("replies");

        // Then
        assertThat(pace.waits()).isEmpty();
    }

    @Test
    void quietThatTheSourceAskedForIsKept() throws InterruptedException {
        // Given
        Limiter limiter = new Limiter(method -> Rate.perSecond(10), tools);
        limiter.quiet("history", Duration.ofSeconds(30));
        limiter.quiet("history", Duration.ofSeconds(5));

        // When
        limiter.acquire("history");
        limiter.acquire("replies");

        // Then
        assertThat(pace.waits()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void anInterruptedWaitEndsAtOnce() {
        // Given
        Limiter limiter =
                new Limiter(
                        method -> Rate.perMinute(1),
                        new Tools(tools.clock(), Pace.system(), meter, 3));
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                limiter.acquire("history");
                                limiter.acquire("history");
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });

        // When
        thread.start();
        thread.interrupt();

        // Then
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> !thread.isAlive());
    }
}
