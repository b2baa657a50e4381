package dev.followthrough.extract.parse;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.rules.Flag;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What the turns before amount to, nearest first.
 *
 * @param speaker who speaks now; absent where nothing was said before
 * @param turns the turn replied to, then the latest ones
 */
public record Past(@Nullable Party speaker, List<Turn> turns) {
    public static final Past NOTHING = new Past(null, List.of());

    public Past {
        turns = List.copyOf(turns);
    }

    /**
     * One earlier turn.
     *
     * @param byMe whether the same author speaks
     * @param distance how many turns ago, from 1; 0 for the one replied to
     * @param found what was found in it when read by itself
     * @param question whether it puts a question
     * @param namesMe whether the turn right before has the first name of whoever speaks now
     */
    public record Turn(
            Signal signal,
            boolean byMe,
            int distance,
            List<Candidate> found,
            boolean question,
            boolean namesMe) {
        /** The requests in it. */
        public List<Candidate.Request> requests() {
            return found.stream()
                    .filter(Candidate.Request.class::isInstance)
                    .map(Candidate.Request.class::cast)
                    .toList();
        }

        /** The promises and acceptances in it. */
        public List<Candidate.Follow> promises() {
            return found.stream()
                    .filter(
                            c ->
                                    c instanceof Candidate.Promise
                                            || c instanceof Candidate.Acceptance)
                    .map(Candidate.Follow.class::cast)
                    .toList();
        }
    }

    /** The flags that the past sets on every clause. */
    public void mark(Set<Flag> flags) {
        for (Turn turn : turns) {
            if (!turn.byMe() && turn.distance() <= 3) {
                mark(flags, Flag.ASKED, !turn.requests().isEmpty());
                mark(flags, Flag.QUESTIONED, turn.question() && turn.distance() <= 1);
            }
            mark(flags, Flag.PROMISED, !turn.promises().isEmpty());
        }
    }

    private static void mark(Set<Flag> flags, Flag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }
}
