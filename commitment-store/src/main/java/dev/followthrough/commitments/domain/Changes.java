package dev.followthrough.commitments.domain;

import java.util.List;

/**
 * All that one decision changes.
 *
 * @param writes in a fixed order; each key once
 * @param publications in a fixed order: commitments, events, handoffs, the account
 * @param comparisons of two mentions that it took
 */
public record Changes(List<Write<?>> writes, List<Publication> publications, long comparisons) {
    public Changes {
        writes = List.copyOf(writes);
        publications = List.copyOf(publications);
    }

    public boolean isEmpty() {
        return writes.isEmpty() && publications.isEmpty();
    }
}
