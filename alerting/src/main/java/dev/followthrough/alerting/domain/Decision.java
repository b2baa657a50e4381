package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Escalation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What is escalated about a subject, and when to look again.
 *
 * @param escalations all that stands from now on, in the order of the reasons; resolved ones too
 * @param nextLook when the answer may change with the clock alone; absent where it cannot
 */
public record Decision(List<Escalation> escalations, @Nullable Instant nextLook) {
    public Decision {
        escalations = List.copyOf(escalations);
    }
}
