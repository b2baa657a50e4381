package dev.followthrough.extract.refine;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;
import java.util.Set;

/** Finds the verb that counts where speech begins anew: “we will, um, we will look into it”. */
final class FalseStart {
    /** What stands between a beginning that is given up and the next one. */
    private static final Set<String> BETWEEN =
            Set.of(
                    (", – — - … um uh er erm like is was do what 'll will shall we i so yeah well"
                                    + " gonna going to 'm am 're are you that just be sir madam")
                            .split(" "));

    /** Say nothing by themselves before “we will”. */
    private static final String ASSURE = "assure|promise|guarantee|think|guess|rest";

    private FalseStart() {}

    /** The verb's place, or that of the one which takes its place. */
    static int past(List<Token> tokens, int verbAt) {
        int at = verbAt;
        int next = step(tokens, at);
        while (next > at) {
            at = next;
            next = step(tokens, at);
        }
        return at;
    }

    private static int step(List<Token> tokens, int at) {
        Token verb = tokens.get(at);
        if (Words.in(verb.lower(), "will|'ll|shall") && TitleVerb.isBase(tokens, at + 1)) {
            return at + 1;
        }
        int repeated = at + 1;
        while (repeated < tokens.size() && Words.in(tokens.get(repeated).lower(), ",|um|uh|er")) {
            repeated++;
        }
        if (repeated < tokens.size() && tokens.get(repeated).lower().equals(verb.lower())) {
            return repeated;
        }
        boolean light =
                verb.tag().equals("AUX") || Words.in(TitleVerb.base(verb.lower()), ASSURE + "|do");
        return light ? restart(tokens, at) : at;
    }

    /** The first verb of the last “I will” or “we will” that nothing but fillers lead to. */
    private static int restart(List<Token> tokens, int at) {
        boolean begun = false;
        for (int i = at + 1; i < tokens.size(); i++) {
            String word = tokens.get(i).lower();
            if (!BETWEEN.contains(word)) {
                return begun && TitleVerb.isBase(tokens, i) ? i : at;
            }
            begun |=
                    Words.in(word, "i|we")
                            && i + 1 < tokens.size()
                            && Words.in(
                                    tokens.get(i + 1).lower(), "will|'ll|shall|'m|am|'re|are|we");
        }
        return at;
    }
}
