package dev.followthrough.contracts.model;

/**
 * Names a conversation by immutable fields of its source only: channel id, first mail reference,
 * meeting id, CRM object id.
 */
public record ConversationId(String value) implements Comparable<ConversationId> {
    public ConversationId {
        Check.text("conversation id", value);
    }

    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
