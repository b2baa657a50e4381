package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;

import org.jspecify.annotations.Nullable;

/** What a look at a subject changes for others. */
public sealed interface Outcome {
    /**
     * An escalation opened, changed or resolved.
     *
     * @param escalation absent where it must vanish: its subject is gone
     */
    record Escalated(AccountId account, EscalationId id, @Nullable Escalation escalation)
            implements Outcome {}

    /**
     * A destination should know.
     *
     * @param notice absent where it must vanish: its subject is gone, or it is shown elsewhere now
     */
    record Noted(String destination, AccountId account, EscalationId id, @Nullable Notice notice)
            implements Outcome {}
}
