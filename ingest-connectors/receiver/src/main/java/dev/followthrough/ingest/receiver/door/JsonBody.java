package dev.followthrough.ingest.receiver.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.service.http.Problem;

import java.io.IOException;

/** Bodies as JSON trees. */
public final class JsonBody {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private JsonBody() {}

    /**
     * @throws Problem 400 where it is no JSON, with the position
     */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (!tree.isMissingNode()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw Problem.badRequest(
                    "the body must be one JSON document; it is not at line "
                            + e.getLocation().getLineNr()
                            + ", column "
                            + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw Problem.badRequest("the body must be JSON in UTF-8");
        }
        throw Problem.badRequest("the body must be one JSON document; it is empty");
    }

    /** A text that is not blank, or null. Numbers count as their digits: many ids are numbers. */
    public static @org.jspecify.annotations.Nullable String text(JsonNode node) {
        boolean scalar = node.isTextual() || node.isIntegralNumber();
        return scalar && !node.asText().isBlank() ? node.asText().strip() : null;
    }
}
