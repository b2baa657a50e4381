package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

/** Text fields of Slack's objects, where an empty text means none. */
final class Fields {
    private Fields() {}

    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** The first that is present; the last must be. */
    static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }
}
