package dev.followthrough.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackDirectory;
import dev.followthrough.ingest.slack.SlackMessages;
import dev.followthrough.ingest.slack.SlackTeam;
import dev.followthrough.ingest.slack.SlackUser;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A Slack workspace export: lists of users and channels, and a folder a channel with a file a day.
 *
 * @param channels by folder name
 * @param complete whether a list of channels came with it: then a folder without one is none
 */
record SlackExport(
        SlackTeam team, Map<String, SlackChannel> channels, boolean complete, InstantSource clock) {
    /** Lists of channels, closed channels, group messages and direct messages. */
    static final Set<String> CHANNEL_LISTS =
            Set.of("channels.json", "groups.json", "mpims.json", "dms.json");

    /** People or channels looked at to explain the rest; no workspace has more. */
    static final int MOST_LISTED = 300_000;

    private static final String USERS = "users.json";
    private static final Pattern DAY = Pattern.compile("([^/]+)/\\d{4}-\\d{2}-\\d{2}\\.json");

    /** Whether these names are those of an export. */
    static boolean isExport(Collection<String> names) {
        return names.contains("channels.json")
                || names.contains("groups.json")
                || (names.contains(USERS)
                        && names.stream().anyMatch(name -> DAY.matcher(name).matches()));
    }

    static SlackExport of(Collection<Entry> entries, InstantSource clock) {
        List<SlackUser> users = new ArrayList<>();
        Map<String, SlackChannel> channels = new HashMap<>();
        boolean listed = false;
        for (Entry entry : entries) {
            if (entry.name().equals(USERS)) {
                collect(entry, SlackUser::read, users::add);
            } else if (CHANNEL_LISTS.contains(entry.name())) {
                listed = true;
                collect(
                        entry,
                        SlackChannel::read,
                        channel -> channels.put(channel.name(), channel));
            }
        }
        return new SlackExport(
                SlackTeam.of(null, users, channels.values()), Map.copyOf(channels), listed, clock);
    }

    private static <T> void collect(
            Entry entry, Function<JsonNode, @Nullable T> reader, Consumer<T> each) {
        JsonItems.forEach(
                entry.opener(),
                MOST_LISTED,
                node -> {
                    T read = reader.apply(node);
                    if (read != null) {
                        each.accept(read);
                    }
                });
    }

    /** The document behind an entry, or null where it is none that we read. */
    @Nullable Document document(Entry entry) {
        SlackDirectory directory = new SlackDirectory(team);
        if (entry.name().equals(USERS)) {
            return document(entry, true, node -> List.of(directory.person(node)));
        }
        if (CHANNEL_LISTS.contains(entry.name())) {
            return document(entry, true, node -> List.of(directory.channel(node)));
        }
        SlackChannel channel = channel(entry);
        if (channel == null) {
            return null;
        }
        SlackMessages messages = new SlackMessages(team);
        return document(entry, false, node -> messages.map(node, channel));
    }

    private Document document(
            Entry entry, boolean isDirectory, Function<JsonNode, List<Mapped>> mapper) {
        return new ItemDocument(
                entry.file(),
                isDirectory,
                entry.stamp(),
                again -> JsonItems.open(entry.opener(), mapper),
                clock);
    }

    /** Why an entry is left out. */
    String reason(Entry entry) {
        return DAY.matcher(entry.name()).matches()
                ? "channel is in none of the lists of channels"
                : "not read from a Slack export";
    }

    /** The channel of a day's file; without any list of channels the folder's name has to do. */
    private @Nullable SlackChannel channel(Entry entry) {
        var day = DAY.matcher(entry.name());
        if (!day.matches()) {
            return null;
        }
        String folder = day.group(1);
        SlackChannel byName = channels.get(folder);
        if (byName != null) {
            return byName;
        }
        SlackChannel byId = team.channels().get(folder);
        return byId != null || complete ? byId : new SlackChannel(folder, folder, false, List.of());
    }
}
