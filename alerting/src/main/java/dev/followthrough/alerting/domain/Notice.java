package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Party;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An escalation on its way to a destination, with what a message needs beside it.
 *
 * @param accountName as people call the account; its id where unknown
 * @param accountOwner our person in charge of the account
 * @param quote words that a click is about, where there is a commitment
 * @param seen decisions on the commitment so far: what a click is aware of
 */
public record Notice(
        Escalation escalation,
        String accountName,
        @Nullable Party accountOwner,
        @Nullable String quote,
        List<ActionId> seen) {
    public Notice {
        seen = seen == null ? List.of() : List.copyOf(seen);
    }

    /** Whose work it is about: the owner, else who is in charge of the account, else nobody. */
    String person() {
        Party party = escalation.owner() != null ? escalation.owner() : accountOwner;
        return party == null ? "" : party.email() != null ? party.email() : party.id();
    }
}
