package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.hubspot.HubSpotSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class LagTest {
    private final TaskHarness harness = new TaskHarness();

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void theLagGrowsWhileASourceCannotBeReadAndGoesOnceItCan() {
        // Given
        boolean[] down = {false};
        Feed feed =
                FakeSource.feed(
                        "C1",
                        from -> {
                            if (down[0]) {
                                throw new PullException.Unavailable("slack answered 503");
                            }
                            long number = from.number("at", 0);
                            return Page.last(
                                    List.of(FakeSource.message("C1", number)),
                                    from.with("at", number + 1),
                                    Duration.ofSeconds(30));
                        });
        harness.start(feed).take(1);

        // When
        down[0] = true;
        harness.drain();
        harness.pace().pass(Duration.ofHours(2));
        long behind = harness.metric("lag-ms", "");
        down[0] = false;
        harness.take(2);

        // Then
        assertThat(behind).isGreaterThanOrEqualTo(Duration.ofHours(2).toMillis());
        assertThat(harness.metric("lag-ms", "")).isLessThan(behind);
    }

    /** Reads one message, then rests for that long. */
    private static Feed resting(
            String name, Duration rest, boolean live, @Nullable Instant newest) {
        Feed reading =
                FakeSource.feed(
                        name,
                        from -> {
                            long number = from.number("at", 0);
                            return Page.last(
                                    List.of(FakeSource.message(name, number)),
                                    from.with("at", number + 1),
                                    rest);
                        });
        return new Feed() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Page read(Checkpoint from) throws InterruptedException {
                return reading.read(from);
            }

            @Override
            public boolean isLive() {
                return live;
            }

            @Override
            public @Nullable Instant newest(Checkpoint at) {
                return at.has("at") ? newest : null;
            }
        };
    }

    @Test
    void aFeedWithASlowIntervalOfItsOwnIsNoLag() {
        // Given
        harness.start(
                        resting("notes", Duration.ofSeconds(30), true, null),
                        resting("notes.archived", Duration.ofHours(1), false, null))
                .take(2);

        // When
        long most = 0;
        while (harness.pace().waited().toMinutes() < 50) {
            harness.poll();
            most = Math.max(most, harness.metric("lag-ms", ""));
        }

        // Then
        assertThat(most).isBetween(1L, Duration.ofMinutes(2).toMillis());
    }

    @Test
    void archivedObjectsHaveAnIntervalOfTheirOwnAndModificationsTellTheNewest()
            throws InterruptedException {
        // When
        Map<String, String> settings = Map.of("hubspot.token", "x", "topic.partitions", "4");
        Pull hubspot = new HubSpotSource().open(settings, Tools.task(Meter.unseen()));

        // Then
        assertThat(hubspot.feeds())
                .isNotEmpty()
                .allSatisfy(
                        feed ->
                                assertThat(feed.isLive())
                                        .isEqualTo(!feed.name().endsWith(".archived")));
        assertThat(hubspot.feeds().get(0).newest(Checkpoint.START.with("newest", 7000)))
                .isEqualTo(Instant.ofEpochSecond(7));
        assertThat(hubspot.feeds().get(0).newest(Checkpoint.START)).isNull();
    }

    @Test
    void afterARestartTheLagBeginsAtTheNewestThatWasKnown() {
        // Given
        Instant newest = Instant.now().minus(Duration.ofHours(5));
        Instant longAgo = newest.minus(Duration.ofDays(90));
        harness.start(
                        resting("busy", Duration.ofSeconds(30), true, newest),
                        resting("quiet", Duration.ofSeconds(30), true, longAgo))
                .take(2);
        harness.stop();

        // When
        harness.start(down("busy", newest), down("quiet", longAgo)).drain();

        // Then
        assertThat(Duration.ofMillis(harness.metric("lag-ms", "")))
                .isBetween(Duration.ofHours(5), Duration.ofHours(6).plus(harness.pace().waited()));
    }

    private static Feed down(String name, Instant newest) {
        return new Feed() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Page read(Checkpoint from) {
                throw new PullException.Unavailable("slack answered 503");
            }

            @Override
            public Instant newest(Checkpoint at) {
                return newest;
            }
        };
    }
}
