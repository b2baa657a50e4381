package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Handoff;

import java.util.List;

/**
 * The whole ledger of a set of readings, computed at once: what the service publishes for the same
 * set, in a fixed order.
 *
 * @param commitments of every state, by first_said and id
 * @param handoffs by account and deal
 * @param accounts by account
 * @param scope every scope statement said, in (said_at, signal, utterance) order
 * @param context every context note said, in (said_at, signal, utterance) order
 */
public record LedgerView(
        List<Commitment> commitments,
        List<Handoff> handoffs,
        List<AccountSummary> accounts,
        List<Candidate.ScopeStatement> scope,
        List<Candidate.ContextNote> context) {
    public LedgerView {
        commitments = List.copyOf(commitments);
        handoffs = List.copyOf(handoffs);
        accounts = List.copyOf(accounts);
        scope = List.copyOf(scope);
        context = List.copyOf(context);
    }
}
