package dev.followthrough.ingest.receiver.event;

import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;

/** The declared sources' part of the receiver. */
public final class EventReceiver {
    private EventReceiver() {}

    /** Adds a route for each source that has a secret. */
    public static void start(ServiceConfig config, Host host, Endpoints endpoints) {
        for (String source : config.names(EventSettings.SECRET)) {
            String secret = config.secret(ServiceConfig.key(EventSettings.SECRET, source));
            if (secret != null) {
                EventCheck check =
                        new EventCheck(
                                secret,
                                EventSettings.text(config, EventSettings.CHECK, source)
                                        .equals("hmac-sha256"),
                                EventSettings.text(config, EventSettings.HEADER, source),
                                EventSettings.text(config, EventSettings.TIMESTAMP, source));
                EventMapper mapper = new EventMapper(EventSettings.fields(config, source));
                host.route(endpoints.route(new EventWebhook(source, check, mapper)));
            }
        }
    }

    /**
     * @throws dev.followthrough.service.config.ConfigException where two settings of a source do
     *     not go together
     */
    public static void check(ServiceConfig config) {
        config.names(EventSettings.SECRET).forEach(name -> EventFactSettings.check(config, name));
    }

    public static void define(ConfigDef def) {
        EventSettings.define(def);
    }
}
