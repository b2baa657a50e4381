package dev.followthrough.ingest.receiver.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.receiver.Front;
import dev.followthrough.ingest.receiver.StubApi;

import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Slack's end of Socket Mode, played by a real WebSocket server. */
class SlackSocketTest {
    private final StubApi api = new StubApi();
    private final SlackEnd slack = new SlackEnd();
    private @Nullable Front front;

    private static final class SlackEnd extends WebSocketServer {
        final List<String> answers = new CopyOnWriteArrayList<>();
        final CountDownLatch started = new CountDownLatch(1);

        SlackEnd() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            setReuseAddr(true);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            socket.send("{\"type\":\"hello\",\"num_connections\":1}");
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onMessage(WebSocket socket, String message) {
            answers.add(message);
        }

        @Override
        public void onError(WebSocket socket, Exception e) {}

        @Override
        public void onStart() {
            started.countDown();
        }

        void say(String envelope, String type, String payload) {
            broadcast(
                    ("{'envelope_id':'"
                                    + envelope
                                    + "','type':'"
                                    + type
                                    + "','accepts_response_payload':false,'retry_attempt':0,'payload':"
                                    + payload
                                    + "}")
                            .replace('\'', '"'));
        }
    }

    @BeforeEach
    void start() throws Exception {
        slack.start();
        slack.started.await();
        api.says(
                "apps.connections.open",
                "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + slack.getPort() + "/\"}");
    }

    @AfterEach
    void stop() throws Exception {
        if (front != null) {
            front.close();
        }
        slack.stop(1_000);
        api.close();
    }

    private Front connected() {
        Front made =
                new Front(
                        "receiver.slack.app.token",
                        "xapp-test",
                        "receiver.slack.endpoint",
                        api.url());
        front = made;
        await().atMost(Duration.ofSeconds(30)).until(() -> made.health().contains("connected"));
        return made;
    }

    private static String message(String text) {
        return "{'type':'event_callback','team_id':'T1','event':{'type':'message','channel':'C1','user':'U1','text':'"
                + text
                + "','ts':'1772463811.123456'}}";
    }

    @Test
    void aFrameIsAnsweredOnceItIsStored() {
        // Given
        Front receiver = connected();

        // When
        slack.say("e1", "events_api", message("on Friday"));

        // Then
        await().until(() -> !slack.answers.isEmpty());
        assertThat(slack.answers).containsExactly("{\"envelope_id\":\"e1\"}");
        assertThat(receiver.onlySignal().text()).isEqualTo("on Friday");
        assertThat(receiver.count("published", "slack-socket")).isEqualTo(1);
    }

    @Test
    void aFrameThatCannotBeStoredIsNotAnsweredSoThatItComesAgain() {
        // Given
        Front receiver = connected();
        receiver.brokerDown();
        slack.say("e1", "events_api", message("on Friday"));
        await().until(() -> receiver.count("rejected", "slack-socket") == 1);
        receiver.healed();

        // When
        slack.say("e2", "events_api", message("on Friday"));

        // Then
        await().until(() -> !slack.answers.isEmpty());
        assertThat(slack.answers).containsExactly("{\"envelope_id\":\"e2\"}");
        assertThat(receiver.signals()).hasSize(1);
    }

    @Test
    void aClickComesByTheSocketToo() {
        // Given
        Front receiver = connected();
        String click =
                "{'type':'block_actions','team':{'id':'T1'},'user':{'id':'U1','team_id':'T1','name':'ana'},"
                        + "'container':{'channel_id':'C9','message_ts':'1.2'},'actions':[{'action_id':'done','action_ts':'1772463811.000001',"
                        + "'value':'{\\'conversation\\':\\'deal:7\\'}'}]}";

        // When
        slack.say("e1", "interactive", click);

        // Then
        await().until(() -> !slack.answers.isEmpty());
        assertThat(receiver.keys())
                .containsExactly("ingest.action.v1 deal:7~slack:T1/C9/1.2/U1/1772463811.000001");
    }

    @Test
    void whatIsNoJsonOrHasNoEnvelopeIsNotAnswered() {
        // Given
        Front receiver = connected();

        // When
        slack.broadcast("<html>");
        slack.broadcast("{\"type\":\"hello\"}");
        slack.say("e3", "slash_commands", "{}");

        // Then
        await().until(() -> !slack.answers.isEmpty());
        assertThat(slack.answers).containsExactly("{\"envelope_id\":\"e3\"}");
        assertThat(receiver.stored).isEmpty();
    }

    @Test
    void aSlackThatRefusesTheTokenIsAskedAgain() {
        // Given
        api.fails("apps.connections.open", 503);
        Front made =
                new Front(
                        "receiver.slack.app.token",
                        "xapp-test",
                        "receiver.slack.endpoint",
                        api.url());
        front = made;
        await().until(() -> !api.asked.isEmpty());
        assertThat(made.health()).contains("connecting");

        // When
        api.heals("apps.connections.open");

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> made.health().contains("connected"));
    }
}
