package dev.followthrough.contracts.model;

/**
 * Names a customer account by its source's id, or {@code unknown:<conversation>} where attribution
 * found none.
 */
public record AccountId(String value) implements Comparable<AccountId> {
    public AccountId {
        Check.text("account id", value);
    }

    /** The place of a conversation that no directory entry explains yet. */
    public static AccountId unknown(ConversationId conversation) {
        return new AccountId("unknown:" + conversation.value());
    }

    /** Whether attribution found no account. */
    public boolean isUnknown() {
        return value.startsWith("unknown:");
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
