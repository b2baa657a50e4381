package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Where an escalation stands at its destination.
 *
 * @param notice the escalation as last seen
 * @param place how it is shown
 * @param until when a waiting one is looked at again; absent else
 * @param message the message as last wanted, for {@link Place#OWN}
 */
public record Card(Notice notice, Place place, @Nullable Instant until, @Nullable Message message) {
    /** How an escalation is shown. */
    public enum Place {
        /** In a message of its own. */
        OWN,
        /** In the account's digest. */
        LISTED,
        /** Not yet: people are off work. */
        WAITS_FOR_WORK,
        /** Not yet: the budget is spent; the digest will list it. */
        WAITS_FOR_DIGEST
    }

    static Card own(Notice notice, Message message) {
        return new Card(notice, Place.OWN, null, message);
    }

    static Card listed(Notice notice) {
        return new Card(notice, Place.LISTED, null, null);
    }
}
