package dev.followthrough.ingest.receiver.zoom;

import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

import java.util.List;

/** Zoom's part of the receiver: its settings and its route. */
public final class ZoomReceiver {
    static final String SECRET = "receiver.zoom.secret.token";
    static final String HOSTS = "receiver.zoom.download.hosts";
    static final String TIMEOUT = "receiver.zoom.download.timeout.ms";

    /** A day of talk is a few megabytes. */
    private static final int MAX_TRANSCRIPT = 32 * 1024 * 1024;

    private ZoomReceiver() {}

    /**
     * Adds the route where a secret token is set.
     *
     * @return closes the connections to Zoom
     */
    public static AutoCloseable start(ServiceConfig config, Host host, Endpoints endpoints) {
        String secret = config.secret(SECRET);
        Fetch fetch = new Fetch(config.millis(TIMEOUT), MAX_TRANSCRIPT);
        if (secret != null) {
            ZoomDownload download = new ZoomDownload(fetch, config.list(HOSTS));
            host.route(endpoints.route(new ZoomWebhook(secret, download)));
        }
        return fetch;
    }

    public static void define(ConfigDef def) {
        def.define(
                SECRET,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "Secret token of the Zoom app whose webhooks are received; give it by reference. Unset means that they are not.");
        def.define(
                HOSTS,
                Type.LIST,
                List.of("zoom.us", "zoomgov.com"),
                Importance.LOW,
                "Domains, with all below them, that a transcript may be downloaded from. Whatever else an event names is refused.");
        def.define(
                TIMEOUT,
                Type.INT,
                20_000,
                ConfigDef.Range.between(100, 300_000),
                Importance.LOW,
                "Milliseconds that a download may take. Zoom waits three seconds and then calls again; the transcript counts once.");
    }
}
