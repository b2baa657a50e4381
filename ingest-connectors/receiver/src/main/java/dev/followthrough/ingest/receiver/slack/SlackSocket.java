package dev.followthrough.ingest.receiver.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.SocketModeClient;

import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.Intake;
import dev.followthrough.ingest.receiver.door.JsonBody;
import dev.followthrough.service.http.Problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Socket Mode: Slack's events over a connection that we open, where no public address may be. A
 * frame is answered only once what it holds stands in Kafka; one that is not answered is sent
 * again. Slack's own client keeps the connection, and opens the next before Slack closes one.
 */
final class SlackSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
    private static final long MOST_SECONDS = 60;

    private final SlackConfig config = new SlackConfig();
    private final String appToken;
    private final SlackIntake events;
    private final Intake intake;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable SocketModeClient client;

    /**
     * @param base of the Web API, with a slash at its end
     * @param appToken app-level, with {@code connections:write}
     */
    SlackSocket(
            String base, String appToken, SlackIntake events, Intake intake, InstantSource clock) {
        config.setMethodsEndpointUrlPrefix(base);
        config.setStatsEnabled(
                false); // its rate statistics ask for the team of a token that has none
        this.appToken = appToken;
        this.events = events;
        this.intake = intake;
        this.clock = clock;
    }

    /** Connects in the background, for as long as it takes. */
    void start() {
        Thread.ofVirtual().name("slack-socket").start(this::connect);
    }

    boolean isConnected() {
        SocketModeClient open = client;
        return open != null && open.verifyConnection();
    }

    private void connect() {
        long seconds = 1;
        while (!open()) {
            try {
                if (closed.await(seconds, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            seconds = Math.min(MOST_SECONDS, seconds * 2);
        }
    }

    private boolean open() {
        try {
            SocketModeClient made =
                    Slack.getInstance(config)
                            .socketMode(appToken, SocketModeClient.Backend.JavaWebSocket);
            made.setAutoReconnectEnabled(true);
            made.addWebSocketMessageListener(message -> frame(made, message));
            made.connect();
            client = made;
            if (closed.getCount() == 0) {
                close(made);
            }
            return true;
        } catch (IOException e) {
            // Slack's client says why in its message; the token is not in it.
            LOG.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("slack socket not open, tried again");
            return false;
        }
    }

    private void frame(SocketModeClient from, String message) {
        JsonNode frame;
        try {
            frame = JsonBody.read(message.getBytes(StandardCharsets.UTF_8));
        } catch (Problem notJson) {
            intake.metrics().rejected("not-json");
            return;
        }
        String envelope = frame.path("envelope_id").asText("");
        if (envelope.isEmpty()) {
            return; // hello, disconnect: Slack's client heeds them
        }
        intake.metrics().received();
        if (taken(frame, message)) {
            from.sendWebSocketMessage(
                    JsonNodeFactory.instance.objectNode().put("envelope_id", envelope).toString());
        }
    }

    private boolean taken(JsonNode frame, String message) {
        try {
            Delivery delivery = read(frame);
            intake.store(delivery, message.getBytes(StandardCharsets.UTF_8), clock.instant());
            return true;
        } catch (Problem problem) {
            intake.metrics().rejected("refused-" + problem.status());
            events.notStored();
            // Sent again, what cannot be read would be no better.
            return problem.status() < 500;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("frame failed");
            intake.metrics().rejected("failed");
            return false;
        }
    }

    private Delivery read(JsonNode frame) {
        JsonNode payload = frame.path("payload");
        return switch (frame.path("type").asText()) {
            case "events_api" -> events.event(payload);
            case "interactive" -> SlackIntake.click(payload, clock.instant());
            default -> Delivery.ignored("frame-type");
        };
    }

    @Override
    public void close() {
        closed.countDown();
        SocketModeClient open = client;
        if (open != null) {
            close(open);
        }
    }

    private static void close(SocketModeClient open) {
        try {
            open.setAutoReconnectEnabled(false);
            open.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("slack socket was gone already");
        }
    }
}
