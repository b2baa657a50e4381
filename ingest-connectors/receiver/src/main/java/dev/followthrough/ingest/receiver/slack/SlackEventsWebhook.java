package dev.followthrough.ingest.receiver.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.JsonBody;
import dev.followthrough.ingest.receiver.door.Webhook;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;

import java.time.Instant;

/** Slack's Events API over HTTP. */
final class SlackEventsWebhook implements Webhook {
    private final SlackSignature signature;
    private final SlackIntake intake;

    SlackEventsWebhook(SlackSignature signature, SlackIntake intake) {
        this.signature = signature;
        this.intake = intake;
    }

    @Override
    public String name() {
        return "slack-events";
    }

    @Override
    public String path() {
        return "/slack/events";
    }

    @Override
    public void verify(Request request, Instant now) {
        signature.verify(request, now);
    }

    @Override
    public Delivery read(Request request, Instant now) {
        JsonNode outer = json(request);
        if (outer.path("type").asText().equals("url_verification")) {
            return Delivery.answer(Response.text(200, outer.path("challenge").asText()));
        }
        return intake.event(outer);
    }

    /** Sent again it is no better. */
    private static JsonNode json(Request request) {
        try {
            return JsonBody.read(request.body());
        } catch (Problem problem) {
            throw problem.withHeader("X-Slack-No-Retry", "1");
        }
    }

    @Override
    public void notStored() {
        intake.notStored();
    }
}
