package dev.followthrough.ingest.receiver.hubspot;

import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

import java.time.Duration;

/** HubSpot's part of the receiver: its settings and its route. */
public final class HubSpotReceiver {
    static final String SECRET = "receiver.hubspot.client.secret";
    static final String TOKEN = "receiver.hubspot.access.token";
    static final String PUBLIC_URL = "receiver.hubspot.public.url";
    static final String OLD_SIGNATURES = "receiver.hubspot.old.signatures";
    static final String ENDPOINT = "receiver.hubspot.endpoint";
    private static final int MAX_ANSWER = 32 * 1024 * 1024;

    private HubSpotReceiver() {}

    /**
     * Adds the route where a client secret is set.
     *
     * @return closes the connections to HubSpot
     */
    public static AutoCloseable start(ServiceConfig config, Host host, Endpoints endpoints) {
        String secret = config.secret(SECRET);
        Fetch fetch = new Fetch(Duration.ofMillis(2_000), MAX_ANSWER);
        if (secret != null) {
            String token = String.valueOf(config.secret(TOKEN));
            String url = config.text(PUBLIC_URL);
            host.route(
                    endpoints.route(
                            new HubSpotWebhook(
                                    new HubSpotSignature(secret, url, config.flag(OLD_SIGNATURES)),
                                    new HubSpotReader(
                                            fetch, config.text(ENDPOINT), token, host.clock()))));
        }
        return fetch;
    }

    /**
     * @throws ConfigException where a client secret is set without what it needs
     */
    public static void check(ServiceConfig config) {
        if (config.secret(SECRET) == null) {
            return;
        }
        if (config.secret(TOKEN) == null) {
            throw new ConfigException(TOKEN, "(not set)", "must be set where " + SECRET + " is");
        }
        if (config.textOrNull(PUBLIC_URL) == null) {
            throw new ConfigException(
                    PUBLIC_URL, "(not set)", "must be set where " + SECRET + " is");
        }
    }

    public static void define(ConfigDef def) {
        def.define(
                SECRET,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "Client secret of the HubSpot app whose webhooks are received; give it by reference. Unset means that they are not.");
        def.define(
                TOKEN,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "Access token of the HubSpot app: an event says only which object changed, the object is read with this. Give it by reference. Must be set where "
                        + "the client secret is.");
        def.define(
                PUBLIC_URL,
                Type.STRING,
                "",
                Importance.MEDIUM,
                "The address at which HubSpot calls, in full: https://hooks.example.com/hubspot/webhooks. It is part of what is signed, and behind a proxy it cannot "
                        + "be guessed.");
        def.define(
                OLD_SIGNATURES,
                Type.BOOLEAN,
                false,
                Importance.LOW,
                "Whether signatures of versions 1 and 2 count where a request has none of version 3. They hold no time, so a replay cannot be told.");
        def.define(
                ENDPOINT,
                Type.STRING,
                "https://api.hubapi.com/",
                new ConfigDef.NonEmptyString(),
                Importance.LOW,
                "Where the HubSpot API is called, with a slash at its end. Change it for a proxy or a test.");
    }
}
