package dev.followthrough.ingest.receiver.support;

import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.JsonBody;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.ingest.receiver.door.Webhook;
import dev.followthrough.service.http.Request;

import java.time.Instant;
import java.util.HexFormat;

/**
 * Intercom's webhooks. It signs the body alone, with SHA-1 and no time: a replay cannot be told and
 * changes nothing, since it has the same keys.
 */
final class IntercomWebhook implements Webhook {
    private final Signature signature;

    IntercomWebhook(String clientSecret) {
        this.signature = Signature.sha1(clientSecret);
    }

    @Override
    public String name() {
        return "intercom";
    }

    @Override
    public String path() {
        return "/intercom/webhooks";
    }

    @Override
    public void verify(Request request, Instant now) {
        String expected = "sha1=" + HexFormat.of().formatHex(signature.of(request.body()));
        if (!Signature.equal(expected, request.header("X-Hub-Signature"))) {
            throw Signature.refused("Intercom");
        }
    }

    @Override
    public Delivery read(Request request, Instant now) {
        return Delivery.of(IntercomEvents.map(JsonBody.read(request.body())))
                .linked(SupportSignal::permalink);
    }
}
