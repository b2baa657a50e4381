package dev.followthrough.ingest.slack;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What explains a workspace's messages: its id, its people, its channels. Immutable.
 *
 * @param id the workspace that we read; part of every id made here
 * @param users by id
 * @param channels by id
 */
public record SlackTeam(
        String id, Map<String, SlackUser> users, Map<String, SlackChannel> channels) {
    public SlackTeam {
        users = Map.copyOf(users);
        channels = Map.copyOf(channels);
    }

    /**
     * A workspace of these people and channels.
     *
     * @param id null where no answer named it: then the team that most of its people belong to
     */
    public static SlackTeam of(
            @Nullable String id, Collection<SlackUser> users, Collection<SlackChannel> channels) {
        Map<String, SlackUser> byId = new LinkedHashMap<>();
        users.forEach(user -> byId.put(user.id(), user));
        Map<String, SlackChannel> channelsById = new LinkedHashMap<>();
        channels.forEach(channel -> channelsById.put(channel.id(), channel));
        return new SlackTeam(id != null ? id : mostFrequent(users), byId, channelsById);
    }

    private static String mostFrequent(Collection<SlackUser> users) {
        Map<String, Integer> counts = new HashMap<>();
        for (SlackUser user : users) {
            if (user.team() != null && !user.stranger()) {
                counts.merge(user.team(), 1, Integer::sum);
            }
        }
        // Two equally frequent: the smaller id, so that every reader decides alike.
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("workspace");
    }

    /**
     * The person behind a user id; known by the id alone where the directory does not hold them.
     */
    public Party party(String user) {
        return party(user, null);
    }

    Party party(String userId, @Nullable String shown) {
        SlackUser user = users.get(userId);
        String party = "slack:" + id + "/" + userId;
        if (user == null) {
            return new Party(party, shown, null, Side.UNKNOWN);
        }
        return new Party(
                party,
                user.realName() != null ? user.realName() : user.shown(),
                user.email(),
                user.side(id));
    }

    /** The zone of a user, UTC where unknown. */
    ZoneId zone(String userId) {
        SlackUser user = users.get(userId);
        return user == null || user.zone() == null ? ZoneOffset.UTC : user.zone();
    }

    boolean isBot(String userId) {
        SlackUser user = users.get(userId);
        return user != null ? user.bot() : userId.equals("USLACKBOT");
    }

    /** Zones by e-mail address, for sources that show an address only. */
    public Map<String, ZoneId> zonesByEmail() {
        Map<String, ZoneId> zones = new HashMap<>();
        for (SlackUser user : users.values()) {
            if (user.email() != null && user.zone() != null) {
                zones.put(user.email().toLowerCase(Locale.ROOT), user.zone());
            }
        }
        return zones;
    }

    ConversationId conversation(SlackChannel channel) {
        return new ConversationId("slack:" + id + "/" + channel.id());
    }

    SignalId signal(SlackChannel channel, String ts) {
        return new SignalId("slack:" + id + "/" + channel.id() + "/" + ts);
    }
}
