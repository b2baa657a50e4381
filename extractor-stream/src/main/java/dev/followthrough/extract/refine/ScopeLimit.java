package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Limit;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.extract.contract.Limits;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** How much a limit allows, out of the words of its quote. */
final class ScopeLimit {
    private ScopeLimit() {}

    /** Absent of every other polarity. */
    static @Nullable Limit of(Draft draft, Polarity polarity) {
        if (polarity != Polarity.LIMIT) {
            return null;
        }
        List<Token> quoted =
                draft.unit().tokens().stream()
                        .filter(t -> t.start() >= draft.start() && t.end() <= draft.end())
                        .toList();
        return Limits.in(quoted, draft.unit().times());
    }
}
