package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

/**
 * Which account and deal a signal belongs to, and how that was found.
 *
 * @param account never absent: an unattributed signal belongs to {@code unknown:<conversation>}
 * @param how the rule that decided
 * @param reason for a person: what was found, or which candidates were equally likely
 */
public record Attribution(AccountId account, @Nullable DealId deal, How how, String reason) {
    /** The rules in order of precedence. */
    public enum How {
        /** The source's own association. */
        SOURCE,
        /** The conversation's mapping. */
        CHANNEL,
        /** Participants' known addresses and domains. */
        PARTICIPANTS,
        /** A name in the text. */
        NAME,
        /** The account of what it answers. */
        REPLY,
        /** The one account that all attributed signals of its conversation share. */
        CONVERSATION,
        /** None, or two equally likely. */
        UNKNOWN
    }

    public Attribution {
        Check.present("account of an attribution", account);
        Check.present("how of an attribution", how);
        reason = reason == null ? "" : reason;
    }
}
