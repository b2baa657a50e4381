package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.pull.Item;
import dev.followthrough.ingest.slack.SlackChannel;
import dev.followthrough.ingest.slack.SlackMessages;
import dev.followthrough.ingest.slack.SlackPermalink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes items of a channel's messages and leaves out what was published before. Not for several
 * threads.
 */
final class Known {
    private static final int HASH_DIGITS = 8;

    /** Of a message with more edits and reactions than that the rest comes again under its key. */
    private static final int MAX_PUBLISHED = 500;

    private final SlackMessages messages;
    private final SlackChannel channel;
    private final String workspace;
    private final Window window;
    private final Reactions reactions;

    /**
     * @param workspace where a person opens it; empty where that is not known
     */
    Known(SlackMessages messages, SlackChannel channel, String workspace, ChannelState state) {
        this.messages = messages;
        this.channel = channel;
        this.workspace = workspace;
        this.window = state.window;
        this.reactions = state.reactions;
    }

    /**
     * A message; what is remembered of it is remembered from now on.
     *
     * @param at its time, {@link Ts#NONE} where it has none that can be read
     * @param thread what it replies to, 0 where to none
     */
    Item item(JsonNode message, long at, long thread) {
        List<Mapped> mapped = messages.map(message, channel);
        if (at == Ts.NONE || !window.covers(at)) {
            return item(message, at, mapped, mapped);
        }
        boolean first = !window.knows(at);
        Window.Entry before = window.get(at);
        List<Mapped> fresh = new ArrayList<>();
        IntStream.Builder published = IntStream.builder();
        for (Mapped each : mapped) {
            if (each instanceof Mapped.Ignored) {
                if (first) {
                    fresh.add(each);
                }
                continue;
            }
            int hash = hash(each, message);
            if (!before.has(hash)) {
                fresh.add(each);
                published.add(hash);
            }
        }
        window.put(at, new Window.Entry(thread, false, joined(before, published.build())));
        fresh.addAll(changed(message, at, mapped));
        return item(message, at, mapped, fresh);
    }

    /** Reactions that were taken back or given again; of what is no message nothing is known. */
    private List<Mapped> changed(JsonNode message, long at, List<Mapped> mapped) {
        Signal target = Mapped.first(mapped).orElse(null);
        if (target == null || target.deleted()) {
            return List.of();
        }
        String before = target.id().value() + "/reaction/";
        Set<String> read =
                mapped.stream()
                        .filter(Mapped.Said.class::isInstance)
                        .map(each -> ((Mapped.Said) each).signal())
                        .filter(each -> each.kind() == SignalKind.REACTION)
                        .map(each -> each.id().value().substring(before.length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        return reactions.changes(at, message, read).stream()
                .map(
                        change ->
                                messages.reaction(
                                        target,
                                        change.name(),
                                        change.user(),
                                        change.revision(),
                                        change.takenBack()))
                .toList();
    }

    private static int[] joined(Window.Entry before, IntStream fresh) {
        return IntStream.concat(IntStream.of(before.published()), fresh)
                .limit(MAX_PUBLISHED)
                .toArray();
    }

    /**
     * Of what the source says, not of what the directory makes of it: somebody's new name does not
     * publish their messages again.
     */
    private static int hash(Mapped mapped, JsonNode message) {
        String content;
        if (mapped instanceof Mapped.Said said) {
            Signal signal = said.signal();
            content =
                    String.join(
                            "\n",
                            signal.id().value(),
                            Long.toString(signal.revision()),
                            Boolean.toString(signal.deleted()),
                            signal.text().isEmpty() ? "" : message.path("text").asText(""),
                            String.join("\n", signal.facts().attachments()));
        } else {
            content = mapped.toString();
        }
        return Integer.parseUnsignedInt(Digest.of(content, HASH_DIGITS), 16);
    }

    /**
     * A message that should be there was not: once may be the source's mistake, twice is a
     * deletion.
     */
    List<Item> missing(long at) {
        Window.Entry entry = window.get(at);
        if (!entry.missed()) {
            window.put(at, new Window.Entry(entry.thread(), true, entry.published()));
            return List.of();
        }
        window.remove(at);
        reactions.forget(at);
        if (entry.published().length == 0) {
            return List.of(); // nothing of it was published
        }
        ObjectNode event = Json.mapperCopy().createObjectNode();
        event.put("subtype", "message_deleted").put("deleted_ts", Ts.text(at));
        if (entry.thread() != 0) {
            event.putObject("previous_message").put("thread_ts", Ts.text(entry.thread()));
        }
        List<Mapped> deletion = messages.map(event, channel);
        return List.of(item(event, at, deletion, deletion));
    }

    /** The fresh of all that was made of a message. */
    private Item item(JsonNode message, long at, List<Mapped> all, List<Mapped> fresh) {
        String ts = at == Ts.NONE ? Digest.of(Json.bytes(message), 16) : Ts.text(at);
        boolean letter = fresh.stream().anyMatch(Mapped.Rejected.class::isInstance);
        Map<String, String> position = new HashMap<>(Map.of("channel", channel.id(), "ts", ts));
        // A message and the reactions to it are one place.
        Mapped.first(all)
                .flatMap(first -> SlackPermalink.of(workspace, first))
                .ifPresent(link -> position.put(Item.PERMALINK, link));
        return new Item(ts, position, letter ? Json.bytes(message) : new byte[0], fresh);
    }
}
