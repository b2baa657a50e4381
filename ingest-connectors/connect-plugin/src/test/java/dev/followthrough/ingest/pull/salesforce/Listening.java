package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.TaskHarness;

import io.grpc.InsecureServerCredentials;

import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A task in real time that listens to an org's change events; whose logs hold no secret and no
 * stack trace.
 */
final class Listening implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    /** Much sooner than any poll, and enough for a busy machine. */
    static final Duration SOON = Duration.ofSeconds(20);

    static final String AN_HOUR = "3600000";

    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("dev.followthrough");
    final Org org = new Org().task(0, BEGIN, "Task 0");
    final TaskHarness task = new TaskHarness().inRealTime();
    final Published published = new Published();
    private final Predicate<String> isOpen;
    private EventBus bus;

    Listening() {
        this.isOpen = org::isOpen;
        this.bus = EventBus.start(isOpen);
        logs.start();
        root.addAppender(logs);
        root.setLevel(Level.DEBUG);
    }

    EventBus bus() {
        return bus;
    }

    /** Another server in its place. */
    void replaceBus() {
        int port = bus.port();
        bus.close();
        bus = EventBus.start(isOpen, port, InsecureServerCredentials.create());
    }

    /** Until the first look is over. */
    Listening start(String interval, String objects) {
        task.with(SalesforceSourceConfig.CLIENT_ID, "client-1")
                .with(SalesforceSourceConfig.CLIENT_SECRET, Org.SECRET)
                .with(SalesforceSourceConfig.LOGIN_URL, org.url())
                .with(SalesforceSourceConfig.OBJECTS, objects)
                .with(PubSubConfig.ON, "true")
                .with(PubSubConfig.ADDRESS, bus.address())
                .with("poll.interval.ms", interval)
                .with("request.timeout.ms", "5000")
                .start(new SalesforceSource());
        published.until(task, 1);
        return this;
    }

    /** Until it listens, and the look that a new stream asks for is over. */
    Listening listening(String... objects) {
        until(() -> Stream.of(objects).noneMatch(object -> bus.of(object).isEmpty()));
        until(() -> org.calls() >= 2 * objects.length);
        quiet();
        return this;
    }

    /** Takes what is published, as a worker does: else the task would wait for being asked. */
    void until(BooleanSupplier done) {
        long begin = System.nanoTime();
        while (!done.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
            published.records().addAll(task.poll());
        }
    }

    /** How often Salesforce was asked, once nobody has asked for five polls. */
    int quiet() {
        int calls = org.calls();
        for (int same = 0; same < 5; same++) {
            published.records().addAll(task.poll());
            same = org.calls() == calls ? same : -1;
            calls = org.calls();
        }
        return calls;
    }

    List<String> warnings() {
        return logs.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        task.close();
        bus.close();
        org.close();
        root.setLevel(Level.INFO);
        root.detachAppender(logs);
        assertThat(logs.list)
                .allMatch(event -> !event.getFormattedMessage().contains("session-"))
                .allMatch(event -> event.getThrowableProxy() == null);
    }
}
