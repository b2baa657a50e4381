package dev.followthrough.ingest.receiver.slack;

import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** Slack's part of the receiver: its settings and what runs with them. */
public final class SlackReceiver implements AutoCloseable {
    public static final String SIGNING_SECRET = "receiver.slack.signing.secret";
    static final String APP_TOKEN = "receiver.slack.app.token";
    static final String BOT_TOKEN = "receiver.slack.bot.token";
    static final String CHANNELS = "receiver.slack.channels";
    static final String DIRECT = "receiver.slack.direct.messages";
    static final String ENDPOINT = "receiver.slack.endpoint";
    private static final String SOCKET = "slack-socket";
    private static final int MAX_ANSWER = 8 * 1024 * 1024;

    private final Fetch fetch = new Fetch(Duration.ofSeconds(5), MAX_ANSWER);
    private final @Nullable SlackSocket socket;
    private final Host host;

    private SlackReceiver(ServiceConfig config, Host host, Endpoints endpoints) {
        this.host = host;
        String base = config.text(ENDPOINT);
        String bot = config.secret(BOT_TOKEN);
        String signing = config.secret(SIGNING_SECRET);
        String app = config.secret(APP_TOKEN);
        SlackWorkspace workspace =
                new SlackWorkspace(
                        bot == null ? null : new SlackApi(fetch, base, bot), host.clock());
        SlackIntake intake = new SlackIntake(workspace, config.list(CHANNELS), config.flag(DIRECT));
        if (signing != null) {
            host.route(
                    endpoints.route(new SlackEventsWebhook(new SlackSignature(signing), intake)));
        }
        this.socket =
                app == null
                        ? null
                        : new SlackSocket(
                                base, app, intake, endpoints.intake(SOCKET), host.clock());
        if (signing != null || app != null) {
            workspace.preload();
        }
    }

    /** Adds the route where a signing secret is set, and connects where an app token is. */
    public static SlackReceiver start(ServiceConfig config, Host host, Endpoints endpoints) {
        SlackReceiver slack = new SlackReceiver(config, host, endpoints);
        if (slack.socket != null) {
            SlackSocket socket = slack.socket;
            socket.start();
            // Ready all the same: a Slack that is away must not take the API away.
            host.health(
                    SOCKET,
                    () ->
                            Health.ready(
                                    socket.isConnected()
                                            ? "connected"
                                            : "connecting; nothing comes in yet"));
        }
        return slack;
    }

    public static void define(ConfigDef def) {
        def.define(
                SIGNING_SECRET,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "Signing secret of the Slack app whose events and clicks are received; give it by reference: ${env:NAME} or ${file:PATH:key}. Unset means that "
                        + "neither is received by HTTP.");
        def.define(
                APP_TOKEN,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "App-level token (xapp-…) with connections:write, for Socket Mode: events and clicks come over a connection that is opened from here, so no public "
                        + "address is needed. Give it by reference. Unset means that no connection is opened.");
        def.define(
                BOT_TOKEN,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "Bot token (xoxb-…) with users:read, users:read.email, channels:read: an event names people and channels by id only, this tells who they are. Give it "
                        + "by reference. Unset means that signals carry ids, and that channels do not come to the directory.");
        def.define(
                CHANNELS,
                Type.LIST,
                List.of(),
                Importance.MEDIUM,
                "Ids of the channels whose events are kept (C…, G…), separated by commas; empty keeps those of every channel that the app was invited to.");
        def.define(
                DIRECT,
                Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Whether direct messages are kept too, where the app was given their scopes.");
        def.define(
                ENDPOINT,
                Type.STRING,
                "https://slack.com/api/",
                ConfigDef.LambdaValidator.with(
                        (name, value) -> {
                            if (value == null || !value.toString().matches("https?://.+/")) {
                                throw new org.apache.kafka.common.config.ConfigException(
                                        name, value, "must be an address that ends with a slash");
                            }
                        },
                        () -> "an address that ends with a slash"),
                Importance.LOW,
                "Where the Slack Web API is called. Change it for a proxy, a government workspace (https://slack-gov.com/api/) or a test.");
    }

    @Override
    public void close() {
        host.forget(SOCKET);
        if (socket != null) {
            socket.close();
        }
        fetch.close();
    }
}
