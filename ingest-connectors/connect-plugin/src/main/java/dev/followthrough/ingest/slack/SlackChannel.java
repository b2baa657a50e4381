package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A channel, as {@code channels.json}, {@code groups.json} and {@code conversations.list} show it.
 *
 * @param shared whether another organisation is in it
 * @param members user ids
 */
public record SlackChannel(String id, String name, boolean shared, List<String> members) {
    public SlackChannel {
        members = List.copyOf(members);
    }

    /** Reads a channel object; null where it has no id. */
    public static @Nullable SlackChannel read(JsonNode channel) {
        String id = Fields.text(channel, "id");
        if (id == null) {
            return null;
        }
        List<String> members = new ArrayList<>();
        for (JsonNode member : channel.path("members")) {
            if (member.isTextual() && !member.textValue().isBlank()) {
                members.add(member.textValue());
            }
        }
        String name = Fields.first(Fields.text(channel, "name"), id);
        return new SlackChannel(id, name, channel.path("is_ext_shared").asBoolean(), members);
    }
}
