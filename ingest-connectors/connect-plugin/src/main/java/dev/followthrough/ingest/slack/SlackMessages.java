package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Message objects to signals, whether they come from an export, from {@code conversations.history}
 * or in an event. Pure, thread-safe; never throws on bad input.
 */
public final class SlackMessages {
    /** In larger channels nobody in particular is spoken to. */
    private static final int MAX_AUDIENCE = 50;

    /**
     * A deletion is final at Slack: no edit comes behind it. The largest integer that JSON readers
     * keep exactly.
     */
    private static final long DELETED = (1L << 53) - 1;

    private static final Set<String> READ = Set.of("thread_broadcast", "me_message", "file_share");
    private static final Pattern SUBTYPE = Pattern.compile("[a-z_]{1,40}");
    private static final String INVALID = "invalid-slack-message";

    private final SlackTeam team;

    public SlackMessages(SlackTeam team) {
        this.team = team;
    }

    /** One message object: its signal and one for each reaction, or why there is none. */
    public List<Mapped> map(JsonNode message, SlackChannel channel) {
        String subtype = Fields.text(message, "subtype");
        if (subtype == null || READ.contains(subtype)) {
            return said(message, channel);
        }
        return switch (subtype) {
            case "tombstone" -> List.of(deleted(message, Fields.text(message, "ts"), channel));
            case "message_deleted" ->
                    List.of(
                            deleted(
                                    message.path("previous_message"),
                                    Fields.text(message, "deleted_ts"),
                                    channel));
            case "message_changed" -> changed(message, channel);
            case "bot_message" -> ignored("bot");
            default ->
                    ignored(
                            SUBTYPE.matcher(subtype).matches()
                                    ? subtype.replace('_', '-')
                                    : "subtype");
        };
    }

    /** Unfurled links change a message too, but not its words. */
    private List<Mapped> changed(JsonNode event, SlackChannel channel) {
        JsonNode now = event.path("message");
        String before = Fields.text(event.path("previous_message"), "text");
        boolean sameWords = before != null && before.equals(Fields.text(now, "text"));
        return sameWords
                ? ignored("unchanged-text")
                : map(now, channel, now.path("subtype").asText(""));
    }

    /** Events do not nest: a change of a change would be an endless one. */
    private List<Mapped> map(JsonNode inner, SlackChannel channel, String subtype) {
        return subtype.equals("message_changed") ? ignored("nested-change") : map(inner, channel);
    }

    private List<Mapped> said(JsonNode message, SlackChannel channel) {
        if (!message.isObject()) {
            return rejected("message must be an object, was " + message.getNodeType());
        }
        if (!message.path("type").asText("message").equals("message")) {
            return ignored("not-a-message");
        }
        String user = Fields.text(message, "user");
        if (message.hasNonNull("bot_id") || (user != null && team.isBot(user))) {
            return ignored("bot");
        }
        if (message.path("hidden").asBoolean()) {
            return ignored("hidden");
        }
        return user == null
                ? rejected("message must have a user, had none at ts " + message.path("ts"))
                : said(message, channel, user);
    }

    private List<Mapped> said(JsonNode message, SlackChannel channel, String user) {
        String ts = Fields.text(message, "ts");
        Instant saidAt = ts == null ? null : SlackTime.parse(ts);
        if (ts == null || saidAt == null) {
            return rejected(
                    "ts of a message must be seconds and a fraction, was " + message.path("ts"));
        }
        PlainText plain = Mrkdwn.read(message.path("text").asText(""), team);
        if (plain.text().length() > Signal.MAX_TEXT) {
            return rejected(
                    "text of a message must have at most "
                            + Signal.MAX_TEXT
                            + " characters, had "
                            + plain.text().length());
        }
        Signal signal =
                signal(message, channel, new Head(ts, saidAt, author(message, user), user), plain);
        List<Mapped> all = new ArrayList<>();
        all.add(new Mapped.Said(signal));
        all.addAll(reactions(message, signal));
        return all;
    }

    private record Head(String ts, Instant saidAt, Party author, String user) {}

    private Signal signal(JsonNode message, SlackChannel channel, Head head, PlainText plain) {
        return new Signal(
                team.signal(channel, head.ts()),
                revision(message),
                false,
                SignalKind.CHAT,
                Source.SLACK,
                team.conversation(channel),
                replyTo(message, channel, head.ts()),
                head.saidAt(),
                team.zone(head.user()),
                head.author(),
                audience(channel, head.user()),
                null,
                null,
                plain.text(),
                plain.quoted(),
                plain.named(),
                List.of(place(channel, head.ts())),
                Facts.attachments(attachments(message)));
    }

    /** A message of which its place, time and author are known, to be reacted to. */
    static Signal bare(
            SlackTeam team,
            SlackChannel channel,
            String ts,
            Instant saidAt,
            Party author,
            ZoneId zone) {
        return new Signal(
                team.signal(channel, ts),
                0,
                false,
                SignalKind.CHAT,
                Source.SLACK,
                team.conversation(channel),
                null,
                saidAt,
                zone,
                author,
                List.of(),
                null,
                null,
                "",
                null,
                List.of(),
                List.of(place(channel, ts)),
                Facts.NONE);
    }

    private static Place place(SlackChannel channel, String ts) {
        return new Place(0, "slack:" + channel.name() + "/" + ts);
    }

    private static long revision(JsonNode message) {
        String edited = Fields.text(message.path("edited"), "ts");
        Instant at = edited == null ? null : SlackTime.parse(edited);
        return at == null ? 0 : at.toEpochMilli();
    }

    private @Nullable SignalId replyTo(JsonNode message, SlackChannel channel, String ts) {
        String thread = Fields.text(message, "thread_ts");
        return thread == null || thread.equals(ts) ? null : team.signal(channel, thread);
    }

    /** A message of somebody whom the directory does not hold often brings their profile along. */
    private Party author(JsonNode message, String user) {
        JsonNode profile = message.path("user_profile");
        String shown =
                Fields.first(
                        Fields.text(profile, "real_name"), Fields.text(profile, "display_name"));
        return team.party(user, shown.isEmpty() ? null : shown);
    }

    private List<Party> audience(SlackChannel channel, String author) {
        if (channel.members().size() > MAX_AUDIENCE) {
            return List.of();
        }
        return channel.members().stream()
                .filter(member -> !member.equals(author) && !team.isBot(member))
                .map(team::party)
                .toList();
    }

    private static List<String> attachments(JsonNode message) {
        List<String> names = new ArrayList<>();
        for (JsonNode file : message.path("files")) {
            String name = Fields.first(Fields.text(file, "name"), Fields.text(file, "title"));
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private Mapped deleted(JsonNode message, @Nullable String ts, SlackChannel channel) {
        Instant saidAt = ts == null ? null : SlackTime.parse(ts);
        if (ts == null || saidAt == null) {
            return new Mapped.Rejected(
                    INVALID, "ts of a deleted message must be seconds and a fraction, was " + ts);
        }
        String user = Fields.first(Fields.text(message, "user"), "USLACKBOT");
        return new Mapped.Said(
                new Signal(
                        team.signal(channel, ts),
                        DELETED,
                        true,
                        SignalKind.CHAT,
                        Source.SLACK,
                        team.conversation(channel),
                        replyTo(message, channel, ts),
                        saidAt,
                        team.zone(user),
                        team.party(user),
                        List.of(),
                        null,
                        null,
                        "",
                        null,
                        List.of(),
                        List.of(place(channel, ts)),
                        Facts.NONE));
    }

    /**
     * A reaction that history listed before and lists no more, or lists again.
     *
     * @param target the message that it was given to
     * @param revision higher than the one before
     */
    public Mapped reaction(
            Signal target, String name, String user, long revision, boolean takenBack) {
        return new Mapped.Said(
                SlackReactions.signal(team, name, user, target, revision, takenBack));
    }

    private List<Mapped> reactions(JsonNode message, Signal target) {
        List<Mapped> reactions = new ArrayList<>();
        for (JsonNode reaction : message.path("reactions")) {
            String name = Fields.text(reaction, "name");
            for (JsonNode user : reaction.path("users")) {
                if (name != null
                        && user.isTextual()
                        && !user.textValue().isBlank()
                        && !team.isBot(user.textValue())) {
                    reactions.add(reaction(target, name, user.textValue(), 0, false));
                }
            }
        }
        return reactions;
    }

    private static List<Mapped> ignored(String reason) {
        return List.of(new Mapped.Ignored(reason));
    }

    private static List<Mapped> rejected(String detail) {
        return List.of(new Mapped.Rejected(INVALID, detail));
    }
}
