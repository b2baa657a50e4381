package dev.followthrough.ingest.receiver.support;

import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.JsonBody;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.ingest.receiver.door.Webhook;
import dev.followthrough.service.http.Request;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Zendesk's event webhooks; signed are timestamp and body, with nothing between. */
final class ZendeskWebhook implements Webhook {
    private final Signature signature;
    private final ZendeskEvents events;

    ZendeskWebhook(String secret, ZendeskEvents events) {
        this.signature = Signature.sha256(secret);
        this.events = events;
    }

    @Override
    public String name() {
        return "zendesk";
    }

    @Override
    public String path() {
        return "/zendesk/webhooks";
    }

    @Override
    public void verify(Request request, Instant now) {
        String timestamp = request.header("X-Zendesk-Webhook-Signature-Timestamp");
        byte[] mac = signature.of(Signature.ascii(String.valueOf(timestamp)), request.body());
        boolean same =
                Signature.equal(
                        Base64.getEncoder().encodeToString(mac),
                        request.header("X-Zendesk-Webhook-Signature"));
        if (!same || !Signature.isRecent(timestamp, now)) {
            throw Signature.refused("Zendesk");
        }
    }

    @Override
    public Delivery read(Request request, Instant now) {
        return Delivery.of(List.of(events.map(JsonBody.read(request.body()))))
                .linked(SupportSignal::permalink);
    }
}
