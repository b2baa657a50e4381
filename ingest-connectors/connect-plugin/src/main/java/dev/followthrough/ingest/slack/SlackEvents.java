package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inner events of the Events API and of Socket Mode to signals and directory entries: the same
 * records as those of history and exports. Pure, thread-safe; never throws on bad input.
 */
public final class SlackEvents {
    private static final Pattern MENTION = Pattern.compile("<@([A-Z0-9]{2,30})[|>]");
    private static final int MOST_MENTIONS = 20;

    private SlackEvents() {}

    /** Whether an event is something said in a channel, edits, deletions and reactions included. */
    public static boolean isSaid(JsonNode event) {
        return switch (event.path("type").asText()) {
            case "message", "reaction_added", "reaction_removed" -> true;
            default -> false;
        };
    }

    /** The channel an event is about, or null. */
    public static @Nullable String channelOf(JsonNode event) {
        String direct = Fields.text(event, "channel");
        if (direct != null) {
            return direct;
        }
        String nested = Fields.text(event.path("channel"), "id");
        return nested != null ? nested : Fields.text(event.path("item"), "channel");
    }

    /** The people who must be known for an event to become the same signal as in history. */
    public static Set<String> peopleOf(JsonNode event) {
        Set<String> people = new LinkedHashSet<>();
        for (JsonNode part :
                List.of(event, event.path("message"), event.path("previous_message"))) {
            add(Fields.text(part, "user"), people);
            add(Fields.text(part, "item_user"), people);
            Matcher mention = MENTION.matcher(part.path("text").asText(""));
            while (people.size() < MOST_MENTIONS && mention.find()) {
                people.add(mention.group(1));
            }
            for (JsonNode reaction : part.path("reactions")) {
                reaction.path("users").forEach(user -> add(user.textValue(), people));
            }
        }
        return people;
    }

    private static void add(@Nullable String user, Set<String> people) {
        if (user != null && !user.isBlank() && people.size() < MOST_MENTIONS) {
            people.add(user);
        }
    }

    /** An event for which {@link #isSaid} holds. */
    public static List<Mapped> said(JsonNode event, SlackTeam team, SlackChannel channel) {
        return event.path("type").asText().equals("message")
                ? new SlackMessages(team).map(event, channel)
                : List.of(SlackReactions.event(event, team, channel));
    }
}
