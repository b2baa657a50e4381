package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;

import java.time.Instant;
import java.util.List;

/** Reactions as signals of their own, from messages that list them and from events. Pure. */
final class SlackReactions {
    private static final String INVALID = "invalid-slack-reaction";

    private SlackReactions() {}

    /**
     * History does not say when somebody reacted: not before the message, so the message's own time
     * stands in, in an event too, or one reaction would be two.
     *
     * @param revision when it was added or taken back; 0 in a message that lists it, so that what
     *     an event knows wins
     */
    static Signal signal(
            SlackTeam team,
            String name,
            String user,
            Signal target,
            long revision,
            boolean takenBack) {
        return new Signal(
                new SignalId(target.id() + "/reaction/" + name + "/" + user),
                revision,
                takenBack,
                SignalKind.REACTION,
                Source.SLACK,
                target.conversation(),
                target.id(),
                target.saidAt(),
                team.zone(user),
                team.party(user),
                List.of(target.author()),
                null,
                null,
                "",
                null,
                List.of(),
                target.places(),
                Facts.reaction(name, target.id()));
    }

    /** A {@code reaction_added} or {@code reaction_removed} event. */
    static Mapped event(JsonNode event, SlackTeam team, SlackChannel channel) {
        String name = Fields.text(event, "reaction");
        String user = Fields.text(event, "user");
        String author = Fields.text(event, "item_user");
        String ts = Fields.text(event.path("item"), "ts");
        Instant saidAt = ts == null ? null : SlackTime.parse(ts);
        String eventTs = Fields.text(event, "event_ts");
        Instant at = eventTs == null ? null : SlackTime.parse(eventTs);
        if (name == null || user == null || ts == null || saidAt == null || at == null) {
            return new Mapped.Rejected(
                    INVALID, "reaction must have a name, user, event_ts and the ts of its message");
        }
        if (author == null || team.isBot(user) || team.isBot(author)) {
            return new Mapped.Ignored("bot");
        }
        boolean takenBack = event.path("type").asText().equals("reaction_removed");
        Signal target =
                SlackMessages.bare(
                        team, channel, ts, saidAt, team.party(author), team.zone(author));
        return new Mapped.Said(signal(team, name, user, target, at.toEpochMilli(), takenBack));
    }
}
