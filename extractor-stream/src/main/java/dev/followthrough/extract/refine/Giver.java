package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** From whom the hearer hears or gets what is promised (“you'll get the file from Priya”). */
final class Giver {
    private final Lexicon teams = RuleSet.english().lexicon("team");
    private final Lexicon noNames = RuleSet.english().lexicon("no-name");
    private final Draft draft;
    private final Scene scene;
    private final List<Token> tokens;

    Giver(Draft draft, Scene scene) {
        this.draft = draft;
        this.scene = scene;
        this.tokens = draft.unit().tokens();
    }

    /** Somebody at hand, a team, or whoever one hears from; absent where nobody else is named. */
    @Nullable Doer find() {
        for (int i = Math.max(0, draft.unit().slots().verbAt()) + 1; i + 1 < tokens.size(); i++) {
            if (Words.in(tokens.get(i).lower(), "from|by")) {
                Doer named = named(i + 1);
                if (named != null) {
                    return named;
                }
            }
        }
        return new DoerWords(draft, scene).behind("from|by");
    }

    private @Nullable Doer named(int at) {
        Token token = tokens.get(at);
        boolean owns = at + 1 < tokens.size() && tokens.get(at + 1).lower().equals("'s");
        Party party = scene.people().find(token.lower());
        if (owns || inTime(token)) {
            return null;
        }
        if (party != null) {
            return new Doer.Person(party);
        }
        if (Words.in(token.tag(), "NOUN|PROPN|ADJ") && teams.holds(token.lower())) {
            return new Doer.Team(token.text());
        }
        // things come from systems too, words from people only
        boolean spoken =
                draft.unit().slots().verb().equals("hear")
                        && token.tag().equals("PROPN")
                        && !noNames.holds(token.lower());
        return spoken ? new Doer.Person(scene.people().resolve(token.text())) : null;
    }

    private boolean inTime(Token token) {
        return draft.unit().times().stream()
                .anyMatch(time -> token.start() >= time.start() && token.start() < time.end());
    }
}
