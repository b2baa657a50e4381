package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Everything said or decided in one signal. A newer reading replaces the older wholesale; deleted,
 * unreadable or nothing found means no candidates; a tombstone means moved or erased.
 *
 * @param rules version of the rules that read it
 * @param audience who heard it, sides resolved
 * @param candidates in order of their spans
 * @param contract what it says about the contract itself, in order of their spans
 * @param decisions human decisions on this signal's mentions, also those that came before it, by
 *     (at, id)
 * @param error why a revision could not be read
 */
public record Reading(
        SignalId signal,
        long revision,
        ConversationId conversation,
        SignalKind kind,
        Source source,
        Instant saidAt,
        Party author,
        List<Party> audience,
        String rules,
        Attribution attribution,
        Facts facts,
        List<Candidate> candidates,
        List<ContractFact> contract,
        List<Action> decisions,
        @Nullable String error) {
    public Reading {
        Check.present("signal of a reading", signal);
        Check.present("conversation of a reading", conversation);
        Check.present("kind of a reading", kind);
        Check.present("source of a reading", source);
        Check.present("said_at of a reading", saidAt);
        Check.present("author of a reading", author);
        audience = Check.list(audience);
        Check.text("rules version", rules);
        Check.present("attribution", attribution);
        facts = facts == null ? Facts.NONE : facts;
        candidates = Check.list(candidates);
        contract = Check.list(contract);
        decisions = Check.list(decisions);
    }

    public AccountId account() {
        return attribution.account();
    }
}
