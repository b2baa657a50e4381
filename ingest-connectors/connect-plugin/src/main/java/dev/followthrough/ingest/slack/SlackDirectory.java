package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.ingest.Mapped;

import java.util.List;
import java.util.stream.Stream;

/** Users and channels to directory entries. Pure, thread-safe. */
public final class SlackDirectory {
    private final SlackTeam team;

    public SlackDirectory(SlackTeam team) {
        this.team = team;
    }

    /** A user object to a person. */
    public Mapped person(JsonNode json) {
        SlackUser user = SlackUser.read(json);
        if (user == null) {
            return new Mapped.Rejected("invalid-slack-user", "user must have an id");
        }
        if (user.bot()) {
            return new Mapped.Ignored("bot");
        }
        List<String> aliases =
                Stream.of(
                                user.shown(),
                                user.realName(),
                                user.firstName(),
                                Fields.text(json, "name"))
                        .filter(alias -> alias != null && !alias.isBlank())
                        .distinct()
                        .toList();
        return new Mapped.Known(
                new DirectoryEntry.Person(
                        team.party(user.id()), aliases, user.title(), null, user.zone()));
    }

    /** A channel object to a channel. */
    public Mapped channel(JsonNode json) {
        SlackChannel channel = SlackChannel.read(json);
        if (channel == null) {
            return new Mapped.Rejected("invalid-slack-channel", "channel must have an id");
        }
        List<String> members =
                channel.members().stream().map(member -> team.party(member).id()).toList();
        return new Mapped.Known(
                new DirectoryEntry.Channel(
                        team.conversation(channel),
                        channel.name(),
                        channel.shared(),
                        null,
                        null,
                        members));
    }
}
