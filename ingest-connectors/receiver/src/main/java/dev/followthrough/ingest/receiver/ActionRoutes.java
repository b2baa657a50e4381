package dev.followthrough.ingest.receiver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.ingest.receiver.door.Flood;
import dev.followthrough.ingest.receiver.slack.SlackInteraction;
import dev.followthrough.ingest.receiver.slack.SlackReceiver;
import dev.followthrough.ingest.receiver.slack.SlackSignature;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The front door's routes. */
final class ActionRoutes {
    private final ActionSink sink;
    private final InstantSource clock;
    private final Flood actions;
    private final Flood clicks;
    private final Supplier<ActionId> ids;
    private final MeterRegistry metrics;
    private final @Nullable SlackSignature slack;

    /**
     * @param endpoints whose bounds and clock count here too
     * @param ids gives an id to an action that came without
     * @param slack absent where no signing secret is configured: then nobody may call the Slack
     *     route
     */
    ActionRoutes(
            ActionSink sink,
            Endpoints endpoints,
            Supplier<ActionId> ids,
            MeterRegistry metrics,
            @Nullable SlackSignature slack) {
        this.sink = sink;
        this.clock = endpoints.clock();
        this.actions = endpoints.flood();
        this.clicks = endpoints.flood();
        this.ids = ids;
        this.metrics = metrics;
        this.slack = slack;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/v1/actions", this::api),
                Route.post("/slack/interactions", this::click).open());
    }

    private Response api(Request request) {
        try {
            return actions.inPlace(() -> act(request));
        } catch (Problem problem) {
            count("api", "refused-" + problem.status());
            throw problem;
        }
    }

    /** The token was checked before. */
    private Response act(Request request) {
        actions.count();
        mustBe(request, "application/json");
        Action action = ActionReader.read(request.body(), ids.get(), clock.instant());
        store(action);
        count("api", action.kind().name().toLowerCase(Locale.ROOT));
        return Response.json(
                202,
                JsonNodeFactory.instance.objectNode().put("id", action.id().value()).toString());
    }

    /** A caller that is to send an action again needs its id, also where it gave none. */
    private void store(Action action) {
        try {
            sink.store(action);
        } catch (Problem problem) {
            throw problem.with("id", action.id().value());
        }
    }

    /** A client that says nothing of the type is believed to send the right one. */
    private static void mustBe(Request request, String type) {
        String given = request.header("Content-Type");
        if (given != null && !given.split(";", 2)[0].strip().equalsIgnoreCase(type)) {
            throw Problem.of(
                    415,
                    "Unsupported media type",
                    "send the header 'Content-Type: " + type + "', was '" + given + "'");
        }
    }

    private Response click(Request request) {
        SlackSignature signature = slack;
        if (signature == null) {
            throw Problem.notFound(
                    "clicks in Slack are not configured; set " + SlackReceiver.SIGNING_SECRET);
        }
        try {
            return clicks.inPlace(() -> click(signature, request));
        } catch (Problem problem) {
            count("slack", "refused-" + problem.status());
            throw problem;
        }
    }

    private Response click(SlackSignature signature, Request request) {
        signature.verify(request, clock.instant());
        clicks.count();
        mustBe(request, "application/x-www-form-urlencoded");
        Optional<Action> action = SlackInteraction.read(request.body(), clock.instant());
        action.ifPresent(this::store);
        count("slack", action.map(a -> a.kind().name().toLowerCase(Locale.ROOT)).orElse("ignored"));
        return Response.empty(200);
    }

    private void count(String where, String outcome) {
        metrics.counter("followthrough.actions", "where", where, "outcome", outcome).increment();
    }
}
