package dev.followthrough.ingest.receiver.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.ingest.receiver.door.Fetch.Fetched;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The reading methods of Slack's Web API. The mappers read Slack's own JSON, so this keeps it and
 * makes no objects of it. Thread-safe.
 */
final class SlackApi {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);

    private final Fetch fetch;
    private final String base;
    private final String token;

    /**
     * @param base of all methods, with a slash at its end
     */
    SlackApi(Fetch fetch, String base, String token) {
        this.fetch = fetch;
        this.base = base;
        this.token = token;
    }

    /** The answer, or null where there is none or Slack says that it is no good one. */
    @Nullable JsonNode call(String method, Map<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .sorted()
                        .collect(Collectors.joining("&"));
        Fetched fetched = fetch.get(URI.create(base + method + "?" + query), token);
        JsonNode json = fetched.isOk() ? fetched.json() : null;
        if (json == null || !json.path("ok").asBoolean()) {
            LOG.atWarn()
                    .addKeyValue("method", method)
                    .addKeyValue("status", fetched.status())
                    .addKeyValue("error", json == null ? "" : json.path("error").asText())
                    .log("slack did not answer");
            return null;
        }
        return json;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
