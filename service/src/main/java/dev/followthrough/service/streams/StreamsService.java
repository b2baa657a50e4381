package dev.followthrough.service.streams;

import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.Host;
import dev.followthrough.service.StartException;
import dev.followthrough.service.config.ServiceConfig;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A running Kafka Streams application: exactly once, with dead letters, probes and metrics. Closed
 * by whoever started it; no shutdown hook.
 *
 * <p>The one handler of what nobody expected: a stream thread that dies is replaced, at most {@link
 * #MAX_REPLACED} times in {@link #WINDOW}; after that, or after an {@link Error}, the application
 * stops, its health is dead and the host is told.
 */
public final class StreamsService implements AutoCloseable {
    static final int MAX_REPLACED = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

    private final StreamsApplication application;
    private final Host host;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final Failures failures = new Failures(MAX_REPLACED, WINDOW);
    private final CountDownLatch running = new CountDownLatch(1);

    private StreamsService(Host host, StreamsApplication application, KafkaStreams streams) {
        this.application = application;
        this.host = host;
        this.streams = streams;
        this.metrics =
                new KafkaStreamsMetrics(streams, List.of(Tag.of("service", application.name())));
    }

    /**
     * Starts and returns at once; topics must exist. Readiness follows once the state is restored.
     *
     * @throws StartException where the state folder is in use by another process
     */
    public static StreamsService start(
            ServiceConfig config, Host host, StreamsApplication application) {
        Properties properties = StreamsSettings.properties(config, application, host.metrics());
        Topology topology = StreamsSettings.topology(properties, application);
        StreamsService service = open(host, application, topology, properties);
        service.streams.setUncaughtExceptionHandler(service::uncaught);
        service.streams.setStateListener(service::changed);
        service.metrics.bindTo(host.metrics());
        host.health(application.name(), service::health);
        try {
            service.streams.start();
        } catch (StreamsException e) {
            service.close();
            throw refused(application, e);
        }
        return service;
    }

    /** Takes the lock of the state folder. */
    private static StreamsService open(
            Host host, StreamsApplication application, Topology topology, Properties properties) {
        try {
            return new StreamsService(host, application, new KafkaStreams(topology, properties));
        } catch (StreamsException e) {
            throw refused(application, e);
        }
    }

    private static StartException refused(StreamsApplication application, StreamsException cause) {
        return new StartException(
                application.name()
                        + " cannot start: "
                        + cause.getMessage()
                        + "; is another instance using the same state.dir?",
                cause);
    }

    /** For interactive queries; do not close it. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Waits until every partition is assigned and restored; false where that took longer. */
    public boolean awaitRunning(Duration patience) {
        try {
            return running.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        host.forget(application.name());
        boolean stopped = streams.close(STOP_WITHIN);
        metrics.close();
        LOG.atInfo()
                .addKeyValue("service", application.name())
                .addKeyValue("clean", stopped)
                .log("streams stopped");
    }

    StreamThreadExceptionResponse uncaught(Throwable cause) {
        boolean again = !(cause instanceof Error) && failures.mayGoOn(host.clock().instant());
        LOG.atError()
                .setCause(cause)
                .addKeyValue("service", application.name())
                .addKeyValue("replaced", again)
                .log("stream thread died");
        if (again) {
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        host.failed(application.name(), cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void changed(KafkaStreams.State now, KafkaStreams.State before) {
        LOG.atInfo()
                .addKeyValue("service", application.name())
                .addKeyValue("state", now)
                .addKeyValue("before", before)
                .log("streams state changed");
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
    }

    private Health health() {
        KafkaStreams.State state = streams.state();
        return switch (state) {
            case RUNNING -> Health.ready("running");
            case CREATED, REBALANCING -> Health.notReady("streams are " + state);
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
                    Health.dead("streams are " + state);
        };
    }
}
