package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.Signal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is kept of a signal.
 *
 * @param signal its newest revision
 * @param digest of that revision, which decides between equal revisions
 * @param candidates as the extractor found them, before names and sides are resolved
 * @param contract what it says about the contract, likewise; absent in what was kept before there
 *     was any
 * @param error why the revision could not be read; it then has no candidates
 * @param own the account it has by itself, if any
 * @param published where its reading stands now
 * @param reading digest of the published reading
 */
public record Held(
        Signal signal,
        String digest,
        List<Candidate> candidates,
        List<ContractFact> contract,
        @Nullable String error,
        @Nullable AccountId own,
        @Nullable AccountId published,
        @Nullable String reading) {
    public Held {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
        contract = contract == null ? List.of() : List.copyOf(contract);
    }

    Held found(List<Candidate> now, List<ContractFact> facts) {
        return new Held(signal, digest, now, facts, error, own, published, reading);
    }

    Held attributed(@Nullable AccountId now) {
        return new Held(signal, digest, candidates, contract, error, now, published, reading);
    }

    Held published(AccountId where, String what) {
        return new Held(signal, digest, candidates, contract, error, own, where, what);
    }

    /** Whether a revision is newer than this one: the higher revision, then the greater digest. */
    boolean isOlderThan(long revision, String otherDigest) {
        return revision != signal.revision()
                ? revision > signal.revision()
                : otherDigest.compareTo(digest) > 0;
    }
}
