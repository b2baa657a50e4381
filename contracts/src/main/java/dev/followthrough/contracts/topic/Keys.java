package dev.followthrough.contracts.topic;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;

/** The key of every record, in one place. */
public final class Keys {
    private Keys() {}

    /**
     * conversation ~ signal ~ revision ~ digest: a redelivery has the same key, another revision
     * another one.
     */
    public static Key signal(Signal signal) {
        return Key.of(
                signal.conversation().value(),
                signal.id().value(),
                Long.toString(signal.revision()),
                Digest.of(Json.bytes(signal), 16));
    }

    public static Key action(Action action) {
        return Key.of(action.conversation().value(), action.id().value());
    }

    public static Key directory(DirectoryEntry entry) {
        return Key.of(entry.entity());
    }

    public static Key reading(AccountId account, SignalId signal) {
        return Key.of(account.value(), signal.value());
    }

    /** account ~ hash of the root mention. */
    public static CommitmentId commitment(AccountId account, MentionId root) {
        return new CommitmentId(Key.of(account.value(), Digest.of(root.toString(), 16)).toString());
    }

    /** A commitment's id is its key. */
    public static Key commitment(CommitmentId id) {
        return Key.parse(id.value());
    }

    public static AccountId account(CommitmentId id) {
        return new AccountId(Key.parse(id.value()).place());
    }

    public static Key handoff(AccountId account, DealId deal) {
        return Key.of(account.value(), deal.value());
    }

    public static Key account(AccountId account) {
        return Key.of(account.value());
    }

    public static Key escalation(AccountId account, EscalationId escalation) {
        return Key.of(account.value(), escalation.value());
    }

    /** destination ~ escalation. */
    public static Key message(String destination, EscalationId escalation) {
        return Key.of(destination, escalation.value());
    }
}
