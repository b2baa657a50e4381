package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;
import java.util.Set;

/** Words by which a speaker answers for what somebody else, or nobody in particular, will do. */
final class Assurance {
    private static final Set<String> GIVEN =
            Set.of(
                    "i promise",
                    "i guarantee",
                    "my word",
                    "my hand",
                    "a promise",
                    "a commitment",
                    "count on me",
                    "count on it",
                    "i 'll see to it",
                    "i 'll make sure");

    private Assurance() {}

    /** “Baz stays on it. You have my hand on that”: whoever does it, the speaker is bound. */
    static boolean isOath(Draft draft, Scene scene) {
        if (draft.act() != Act.PROMISE) {
            return false;
        }
        int sentence = draft.unit().clause().sentence();
        int begin = scene.sentenceOf(draft.unit()).get(0).clause().start();
        for (Unit unit : scene.from(begin)) {
            if (unit.clause().sentence() > sentence + 1) {
                return false;
            }
            if (swears(unit.tokens())) {
                return true;
            }
        }
        return false;
    }

    private static boolean swears(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).lower().equals("my")
                    && Words.in(tokens.get(i + 1).lower(), "word|hand")) {
                return true;
            }
        }
        return false;
    }

    /**
     * “We” is nobody in particular, but where the speaker gives their own word for it in the same
     * sentence (“we'll have it loaded, that's a commitment”).
     */
    static boolean isGiven(Draft draft, Scene scene) {
        StringBuilder words = new StringBuilder(" ");
        scene.sentenceOf(draft.unit()).stream()
                .flatMap(unit -> unit.tokens().stream())
                .forEach(token -> words.append(token.lower()).append(' '));
        int leave = words.indexOf(" leave ");
        return leave >= 0
                        && (words.indexOf(" with me ", leave) > 0
                                || words.indexOf(" to me ", leave) > 0)
                || GIVEN.stream().anyMatch(said -> words.indexOf(" " + said + " ") >= 0);
    }
}
