package dev.followthrough.commitments.domain;

/**
 * What a deployment decides about its ledger.
 *
 * @param entersFrom what is less sure than this opens, moves and closes nothing, unless a person
 *     decided about it; 0…1. A report that something is done must fit a promise, so a little less
 *     is enough for it. Requests, scope and context are shown for what they are and need no such
 *     bound, and a task says in a field of its own what it is
 */
public record LedgerPolicy(double entersFrom) {
    /** As shipped: of promises at 0.5, every second one is a false entry. */
    public static final LedgerPolicy STANDARD = new LedgerPolicy(0.5);

    public LedgerPolicy {
        if (!(entersFrom >= 0 && entersFrom <= 1)) {
            throw new IllegalArgumentException(
                    "ledger policy: confidence from which a promise enters must lie in 0…1, was "
                            + entersFrom);
        }
    }
}
