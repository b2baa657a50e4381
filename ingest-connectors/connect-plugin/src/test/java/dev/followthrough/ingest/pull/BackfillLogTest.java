package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class BackfillLogTest {
    private static final Instant AT = Instant.parse("2026-02-03T09:00:00Z");

    private final FakePace pace = new FakePace();
    private final Meter meter = Meter.unseen();
    private final BackfillLog log =
            new BackfillLog("slack", new Tools(InstantSource.fixed(AT), pace, meter, 1));
    private final Logger logger = (Logger) LoggerFactory.getLogger(BackfillLog.class);
    private final Level level = logger.getLevel();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(said);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(said);
        logger.setLevel(level);
    }

    private List<String> lines() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** A minute later a page of ten objects. */
    private void page(String feed, boolean caughtUp, @Nullable Double share) {
        pace.pass(Duration.ofMinutes(1));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            items.add(FakeSource.message(feed, i));
        }
        Page.Progress progress = share == null ? null : new Page.Progress(AT, share);
        log.note(
                new Batch(
                        feed,
                        Checkpoint.START,
                        new Page(items, Checkpoint.START, Duration.ZERO, caughtUp, progress)));
    }

    @Test
    void threadsAndNewsBetweenItsPagesCountAndDoNotHideHowLongItTakes() {
        // When
        page("C1", true, 0.0);
        page("C1", false, 0.1);
        page("C1", false, null);
        page("C1", false, 0.2);
        page("C1", true, 0.2);
        page("C1", false, 0.3);

        // Then
        assertThat(lines())
                .contains(
                        "backfill source=slack feed=C1 feeds=1 objects=60 at=2026-02-03T09:00:00Z percent=30 remaining=PT11M40S");
        assertThat(meter.value("backfill-messages", null)).isEqualTo(60);
        assertThat(meter.value("backfill-percent", null)).isEqualTo(30);
        assertThat(meter.value("backfill-remaining-ms", null))
                .isEqualTo(Duration.ofSeconds(700).toMillis());
    }

    @Test
    void beforeAnythingWasDoneTheRestIsUnknown() {
        // When
        page("C1", true, 0.0);

        // Then
        assertThat(lines()).singleElement().asString().endsWith("percent=0 remaining=unknown");
        assertThat(meter.value("backfill-remaining-ms", null)).isEqualTo(-1);
    }

    @Test
    void theEndIsAHundredPercentAndNothingLeft() {
        // Given
        page("notes", false, 0.0);
        page("notes", false, 0.997);

        // When
        page("notes", true, null);
        page("notes", true, null);

        // Then
        assertThat(lines().get(lines().size() - 2)).contains("percent=99 ");
        assertThat(lines().get(lines().size() - 1))
                .isEqualTo(
                        "backfill source=slack feed=all feeds=0 objects=30 at=2026-02-03T09:00:00Z percent=100 remaining=PT0S");
        assertThat(meter.value("backfill-percent", null)).isEqualTo(100);
        assertThat(meter.value("backfill-remaining-ms", null)).isZero();
    }

    @Test
    void ofSeveralFeedsTheOneThatIsLeastFarIsShownAndTheOneThatTakesLongest() {
        // Given
        page("C1", true, 0.0);
        page("C2", true, 0.0);

        // When
        page("C1", false, 0.5);
        page("C2", false, 0.1);
        page("C1", false, 1.0);

        // Then
        assertThat(meter.value("backfill-percent", null)).isEqualTo(10);
        assertThat(meter.value("backfill-remaining-ms", null))
                .isEqualTo(Duration.ofMinutes(18).toMillis());
        page("C1", true, null);
        assertThat(meter.value("backfill-percent", null)).isEqualTo(10);
        assertThat(lines()).noneMatch(line -> line.contains("percent=100"));
    }

    @Test
    void whatIsReadWithoutABackfillIsNotCounted() {
        // When
        page("C1", true, null);
        page("C1", false, null);

        // Then
        assertThat(lines()).isEmpty();
        assertThat(meter.value("backfill-messages", null)).isZero();
    }
}
