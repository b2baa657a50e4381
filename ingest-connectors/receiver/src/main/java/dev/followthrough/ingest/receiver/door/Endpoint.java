package dev.followthrough.ingest.receiver.door;

import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A webhook behind its route, always in this order: bounds, signature over the raw bytes, reading,
 * durable write, answer. Whatever fails before the answer leaves the sender with something else
 * than 2xx, and it sends again; the same call twice gives the same keys.
 */
final class Endpoint {
    private final Webhook webhook;
    private final Intake intake;
    private final InstantSource clock;
    private final Flood flood;

    Endpoint(Webhook webhook, Intake intake, InstantSource clock, Flood flood) {
        this.webhook = webhook;
        this.intake = intake;
        this.clock = clock;
        this.flood = flood;
    }

    /** Open: who may call shows by the signature. */
    Route route() {
        return Route.post(webhook.path(), this::answer).open();
    }

    private Response answer(Request request) {
        intake.metrics().received();
        try {
            return flood.inPlace(() -> take(request));
        } catch (Problem problem) {
            intake.metrics().rejected("refused-" + problem.status());
            throw problem;
        }
    }

    private Response take(Request request) {
        Instant now = clock.instant();
        webhook.verify(request, now);
        flood.count();
        Delivery delivery = webhook.read(request, now);
        try {
            intake.store(delivery, request.body(), now);
        } catch (Problem notStored) {
            webhook.notStored();
            throw notStored;
        }
        return delivery.answer();
    }
}
