package dev.followthrough.extract.judge;

import dev.followthrough.contracts.model.Candidate.Request;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Past.Turn;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody else asked in an earlier turn: one half of a pair, whose other half is a clause
 * that may answer it.
 *
 * @param request absent where none was recognised in the turn right before: its words as they stand
 *     may ask for something
 * @param nearer how many requests stand nearer, 0 for the nearest
 * @param of how many requests were made, all told
 */
public record Asked(Turn turn, @Nullable Request request, int nearer, int of) {
    /** An answer comes soon: what was asked earlier needs words in common. */
    private static final int NEAR = 3;

    /** Everything that was asked, the nearest first. */
    public static List<Asked> all(Past past) {
        List<Turn> turns = new ArrayList<>();
        List<@Nullable Request> requests = new ArrayList<>();
        for (Turn turn : past.turns()) {
            if (!turn.byMe()) {
                List<Request> found = turn.requests();
                found.forEach(
                        request -> {
                            turns.add(turn);
                            requests.add(request);
                        });
                if (found.isEmpty() && turn.distance() <= 1) {
                    turns.add(turn);
                    requests.add(null);
                }
            }
        }
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            all.add(new Asked(turns.get(i), requests.get(i), i, turns.size()));
        }
        return List.copyOf(all);
    }

    /** Whether both are the same of what was asked before one text. */
    public boolean is(Asked other) {
        return nearer == other.nearer;
    }

    /** Whether the unit may answer it at all. */
    public boolean reaches(Unit unit) {
        return turn.distance() <= NEAR || shared(unit) > 0;
    }

    /** The words that ask: the request's, or the whole turn's. */
    String words() {
        return request == null ? turn.signal().text() : request.evidence().quote();
    }

    /** How many words of the request stand in the unit, each once. */
    public int shared(Unit unit) {
        if (request == null || request.matter().isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>();
        for (Token token : unit.tokens()) {
            String word = token.lemma().toLowerCase(Locale.ROOT);
            if (request.matter().contains(word)) {
                shared.add(word);
            }
        }
        return shared.size();
    }
}
