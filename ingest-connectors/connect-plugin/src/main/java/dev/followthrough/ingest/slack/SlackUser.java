package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Somebody in a workspace, as {@code users.json}, {@code users.list} and {@code users.info} show
 * them.
 *
 * @param team the workspace they belong to; another one's people meet us in shared channels
 * @param shown what a mention shows: display name, else real name, else user name
 * @param zone where they work, if known
 * @param bot whether it is a program
 * @param guest whether they see a few channels only
 * @param stranger whether they belong to another organisation
 */
public record SlackUser(
        String id,
        @Nullable String team,
        String shown,
        @Nullable String realName,
        @Nullable String firstName,
        @Nullable String email,
        @Nullable String title,
        @Nullable ZoneId zone,
        boolean bot,
        boolean guest,
        boolean stranger) {
    /** Reads a user object; null where it has no id. */
    public static @Nullable SlackUser read(JsonNode user) {
        String id = Fields.text(user, "id");
        if (id == null) {
            return null;
        }
        JsonNode profile = user.path("profile");
        String real =
                Fields.first(Fields.text(user, "real_name"), Fields.text(profile, "real_name"));
        return new SlackUser(
                id,
                Fields.text(user, "team_id"),
                Fields.first(
                        Fields.text(profile, "display_name"), real, Fields.text(user, "name"), id),
                real,
                Fields.text(profile, "first_name"),
                Fields.text(profile, "email"),
                Fields.text(profile, "title"),
                zone(Fields.text(user, "tz")),
                user.path("is_bot").asBoolean() || id.equals("USLACKBOT"),
                user.path("is_restricted").asBoolean()
                        || user.path("is_ultra_restricted").asBoolean(),
                user.path("is_stranger").asBoolean());
    }

    /**
     * What the workspace itself knows of the side: its own members are ours, other organisations'
     * the customer's.
     */
    Side side(String workspace) {
        if (stranger || (team != null && !team.equals(workspace))) {
            return Side.CUSTOMER;
        }
        return team == null || guest || bot ? Side.UNKNOWN : Side.OURS;
    }

    private static @Nullable ZoneId zone(@Nullable String tz) {
        try {
            return tz == null ? null : ZoneId.of(tz);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
