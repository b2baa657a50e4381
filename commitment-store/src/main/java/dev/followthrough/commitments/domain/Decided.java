package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Reading;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which mention of a signal a human decision speaks of: the same utterance while its quote still
 * overlaps, else the mention whose quote overlaps most, else none (the decision waits).
 */
final class Decided {
    static final Comparator<Action> BY_TIME =
            Comparator.comparing(Action::at).thenComparing(Action::id);

    private Decided() {}

    static Map<Candidate, List<Action>> in(Reading reading) {
        List<Candidate> open =
                reading.candidates().stream()
                        .filter(
                                c ->
                                        c instanceof Candidate.Promise
                                                || c instanceof Candidate.Acceptance)
                        .toList();
        Map<Candidate, List<Action>> found = new HashMap<>();
        for (Action action : reading.decisions().stream().distinct().sorted(BY_TIME).toList()) {
            Candidate about = about(action, open);
            if (about != null) {
                found.computeIfAbsent(about, each -> new ArrayList<>()).add(action);
            }
        }
        return found;
    }

    /** Those that speak of no mention of their signal: they wait, in case it comes back. */
    static List<Action> orphans(@Nullable Reading reading) {
        if (reading == null) {
            return List.of();
        }
        List<Action> applied = in(reading).values().stream().flatMap(List::stream).toList();
        return reading.decisions().stream()
                .filter(action -> action.signal() != null && !applied.contains(action))
                .toList();
    }

    private static @Nullable Candidate about(Action action, List<Candidate> open) {
        String quote = action.quote();
        Candidate best = null;
        int most = 0;
        for (Candidate each : open) {
            int overlap = quote == null ? 0 : overlap(quote, each);
            boolean same = each.evidence().utterance() == action.utterance();
            if (same && (quote == null || overlap > 0)) {
                return each;
            }
            if (overlap > most) {
                most = overlap;
                best = each;
            }
        }
        return best;
    }

    /** An accepted request is also known by the request's words. */
    private static int overlap(String quote, Candidate candidate) {
        int own = Words.shared(quote, candidate.evidence().quote());
        return candidate instanceof Candidate.Acceptance acceptance
                ? Math.max(own, Words.shared(quote, acceptance.request().evidence().quote()))
                : own;
    }
}
