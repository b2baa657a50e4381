package dev.followthrough.standalone.eval;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.standalone.scan.Fields;
import dev.followthrough.standalone.scan.Scan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a deal's ledger holds, or should hold.
 *
 * @param kind {@code commitment}, {@code scope.in}, {@code context.politics} and so on: only
 *     entries of one kind can be the same
 * @param name what tells it from others: the gold ledger's id, or the ref of what was found
 * @param spots where it rests on words
 * @param rule that first named it; {@link #NO_RULE} in a gold ledger
 * @param confidence how sure, 0 to 1
 */
record Entry(String kind, String name, List<Spot> spots, String rule, double confidence) {
    static final String COMMITMENT = "commitment";
    static final String SCOPE = "scope";
    static final String CONTEXT = "context";
    static final String NO_RULE = "-";

    Entry {
        spots = List.copyOf(spots);
    }

    /** All that a scan publishes. */
    static List<Entry> of(Scan scan) {
        List<Entry> entries = new ArrayList<>();
        for (Commitment commitment : scan.ledger().commitments()) {
            if (commitment.state() != CommitmentState.DISMISSED) {
                List<Evidence> evidence =
                        commitment.evidence().stream().map(Link::evidence).toList();
                entries.add(found(COMMITMENT, evidence, commitment.confidence()));
            }
        }
        for (Candidate.ScopeStatement scope : scan.ledger().scope()) {
            String kind = SCOPE + "." + Fields.lower(scope.polarity());
            entries.add(found(kind, List.of(scope.evidence()), scope.confidence()));
        }
        for (Candidate.ContextNote note : scan.ledger().context()) {
            String kind = CONTEXT + "." + Fields.lower(note.category());
            entries.add(found(kind, List.of(note.evidence()), note.confidence()));
        }
        return entries;
    }

    private static Entry found(String kind, List<Evidence> evidence, double confidence) {
        Evidence first = evidence.getFirst();
        List<Spot> spots = evidence.stream().map(one -> new Spot(one.ref(), one.quote())).toList();
        return new Entry(kind, first.ref(), spots, first.rule(), confidence);
    }

    /** How many of our spots the other one has too; entries of two kinds share none. */
    int shared(Entry other) {
        if (!kind.equals(other.kind)) {
            return 0;
        }
        return (int)
                spots.stream().filter(spot -> other.spots.stream().anyMatch(spot::same)).count();
    }
}
