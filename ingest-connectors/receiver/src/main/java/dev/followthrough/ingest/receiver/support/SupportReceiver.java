package dev.followthrough.ingest.receiver.support;

import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Zendesk's and Intercom's part of the receiver: their settings and routes. */
public final class SupportReceiver {
    static final String ZENDESK_SECRET = "receiver.zendesk.signing.secret";
    static final String ZENDESK_SUBDOMAIN = "receiver.zendesk.subdomain";
    static final String INTERCOM_SECRET = "receiver.intercom.client.secret";

    private SupportReceiver() {}

    /** Adds the routes of those whose secrets are set. */
    public static void start(ServiceConfig config, Host host, Endpoints endpoints) {
        String zendesk = config.secret(ZENDESK_SECRET);
        if (zendesk != null) {
            ZendeskEvents events = new ZendeskEvents(config.textOrNull(ZENDESK_SUBDOMAIN));
            host.route(endpoints.route(new ZendeskWebhook(zendesk, events)));
        }
        String intercom = config.secret(INTERCOM_SECRET);
        if (intercom != null) {
            host.route(endpoints.route(new IntercomWebhook(intercom)));
        }
    }

    public static void define(ConfigDef def) {
        def.define(
                ZENDESK_SECRET,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "Signing secret of the Zendesk webhook whose ticket events are received; give it by reference. Unset means that they are not.");
        def.define(
                ZENDESK_SUBDOMAIN,
                Type.STRING,
                "",
                ConfigDef.LambdaValidator.with(
                        (name, value) -> {
                            if (value == null || !value.toString().matches("[A-Za-z0-9-]{0,63}")) {
                                throw new org.apache.kafka.common.config.ConfigException(
                                        name, value, "must be letters, digits and hyphens");
                            }
                        },
                        () -> "letters, digits and hyphens"),
                Importance.LOW,
                "The first part of your Zendesk address (acme of acme.zendesk.com): with it evidence links to the ticket, since events do not name it.");
        def.define(
                INTERCOM_SECRET,
                Type.PASSWORD,
                null,
                Importance.MEDIUM,
                "Client secret of the Intercom app whose conversations and tickets are received; give it by reference. Unset means that they are not.");
    }
}
