package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What an account looks like as a whole; nothing per person.
 *
 * @param awaiting conversations whose last word is a customer's request that nobody of ours
 *     answered
 * @param trust notes of damaged trust
 * @param openOurs open commitments of our side
 * @param openCustomer open commitments of the customer's side
 * @param fulfilledOnTime fulfilled at or before their due
 * @param fulfilledLate fulfilled after it
 * @param lastActivity when anything was last said
 */
public record AccountSummary(
        AccountId account,
        @Nullable String name,
        @Nullable String tier,
        @Nullable Party owner,
        List<ConversationId> awaiting,
        List<Candidate.ContextNote> trust,
        int openOurs,
        int openCustomer,
        int fulfilledOnTime,
        int fulfilledLate,
        @Nullable Instant lastActivity) {
    public AccountSummary {
        Check.present("account", account);
        awaiting = Check.list(awaiting);
        trust = Check.list(trust);
    }
}
