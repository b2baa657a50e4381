package dev.followthrough.alerting.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.alerting.domain.Text;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.Message;

import java.util.List;
import java.util.Optional;

/**
 * What a button carries, so that the receiver looks nothing up: {@code
 * {"conversation","signal","utterance","quote","seen","snooze_hours"}}.
 */
final class ButtonValue {
    static final int MAX = 2_000;
    private static final int[] QUOTES = {600, 300, 120};
    private static final int MOST_SEEN = 100;

    private ButtonValue() {}

    /**
     * The value in at most {@link #MAX} characters; a long quote is cut, then the oldest decisions
     * left out. None where the message is about no mention, or its ids alone are too long.
     *
     * @param snoozeHours 0 for a button that does not snooze
     */
    static Optional<String> of(Message message, int snoozeHours) {
        if (message.mention() == null || message.conversation() == null) {
            return Optional.empty();
        }
        for (int seen = Math.min(MOST_SEEN, message.seen().size()); seen >= 0; seen--) {
            for (int quote : QUOTES) {
                String value = value(message, quote, seen, snoozeHours);
                if (value.length() <= MAX) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private static String value(Message message, int quote, int newest, int snoozeHours) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("conversation", String.valueOf(message.conversation()));
        if (message.mention() != null) {
            node.put("signal", message.mention().signal().value());
            node.put("utterance", message.mention().utterance());
        }
        if (message.quote() != null) {
            node.put("quote", beginning(message.quote(), quote));
        }
        List<ActionId> seen = message.seen();
        ArrayNode ids = node.putArray("seen");
        seen.subList(seen.size() - newest, seen.size()).forEach(id -> ids.add(id.value()));
        if (snoozeHours > 0) {
            node.put("snooze_hours", snoozeHours);
        }
        return node.toString();
    }

    /** Exact words, without an ellipsis: they are compared with what was said. */
    private static String beginning(String quote, int max) {
        return quote.length() <= max
                ? quote
                : Text.cut(quote, max + 1).substring(0, Text.cut(quote, max + 1).length() - 1);
    }
}
