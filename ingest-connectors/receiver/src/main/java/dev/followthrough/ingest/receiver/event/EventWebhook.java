package dev.followthrough.ingest.receiver.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.JsonBody;
import dev.followthrough.ingest.receiver.door.Webhook;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One declared source. */
final class EventWebhook implements Webhook {
    private final String source;
    private final EventCheck check;
    private final EventMapper mapper;

    EventWebhook(String source, EventCheck check, EventMapper mapper) {
        this.source = source;
        this.check = check;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "events-" + source;
    }

    @Override
    public String path() {
        return "/v1/events/" + source;
    }

    @Override
    public void verify(Request request, Instant now) {
        check.verify(request, now);
    }

    /** Who writes a declaration sees in the answer what came of it. */
    @Override
    public Delivery read(Request request, Instant now) {
        JsonNode document = JsonBody.read(request.body());
        List<Mapped> mapped = mapper.map(document);
        Map<SignalId, String> links = mapper.permalinks(document);
        String counts =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("published", count(mapped, Mapped.Said.class))
                        .put("skipped", count(mapped, Mapped.Ignored.class))
                        .put("rejected", count(mapped, Mapped.Rejected.class))
                        .toString();
        return new Delivery(mapped, List.of(), Response.json(202, counts))
                .linked(signal -> Optional.ofNullable(links.get(signal.id())));
    }

    private static long count(List<Mapped> mapped, Class<? extends Mapped> kind) {
        return mapped.stream().filter(kind::isInstance).count();
    }
}
