package dev.followthrough.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a plural noun for the verb it is where a stretch between two marks has no verb at all: the
 * model learnt from edited text and reads “Lars flushes the queue” and “the pack ships with 7.4” as
 * nouns in a row.
 */
final class TagRepair {
    /** What may follow a verb and never a noun in the plural that stands in a row of nouns. */
    private static final Set<String> AFTER_VERB = Set.of("DET", "PRON");

    /** What may follow either. */
    private static final Set<String> AFTER_BOTH = Set.of("ADP", "ADV", "NUM", "ADJ", "PROPN");

    /** Things do these by themselves; for others a person must be named before. */
    private static final Set<String> OF_THINGS =
            Set.of(
                    "ship", "land", "go", "come", "leave", "arrive", "stay", "start", "end", "run",
                    "open", "close", "hit", "reach", "follow", "hold", "expire", "drop", "get");

    private static final Set<String> NEVER_NOUNS =
            Set.of(
                    "gets", "goes", "does", "sends", "brings", "comes", "lets", "writes", "owns",
                    "takes", "gives", "makes", "happens", "arrives", "reaches");

    private TagRepair() {}

    static List<Token> of(List<Token> tokens) {
        List<Token> repaired = new ArrayList<>(tokens);
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isPlural(token) && isVerb(tokens, repaired, i)) {
                repaired.set(i, token.tagged("VERB", Tagger.lemmas().verb(token.lower())));
            }
        }
        return repaired;
    }

    private static boolean isPlural(Token token) {
        return token.tag().equals("NOUN")
                && token.lower().endsWith("s")
                && !token.isCapital()
                && !Tagger.lemmas().verb(token.lower()).equals(token.lower());
    }

    private static boolean isVerb(List<Token> tokens, List<Token> repaired, int i) {
        return NEVER_NOUNS.contains(tokens.get(i).lower())
                || isLikeVerb(tokens, i) && !hasVerb(repaired, i);
    }

    private static boolean isLikeVerb(List<Token> tokens, int i) {
        Token before = tokens.get(i - 1);
        boolean person =
                before.tag().equals("PROPN") || before.tag().equals("NOUN") && before.isCapital();
        boolean noun = Words.in(before.tag(), "NOUN|PROPN|NUM");
        boolean thing =
                OF_THINGS.contains(Tagger.lemmas().verb(tokens.get(i).lower()))
                        && (noun || before.tag().equals("ADJ"));
        String next = tokens.get(i + 1).tag();
        return AFTER_VERB.contains(next) && noun || AFTER_BOTH.contains(next) && (person || thing);
    }

    /** Whether a verb stands anywhere between the marks on both sides. */
    private static boolean hasVerb(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0 && tokens.get(i).isWord(); i--) {
            if (Words.in(tokens.get(i).tag(), "VERB|AUX")) {
                return true;
            }
        }
        for (int i = at + 1; i < tokens.size() && tokens.get(i).isWord(); i++) {
            boolean joined = Words.in(tokens.get(i).tag(), "CCONJ|SCONJ");
            if (joined || Words.in(tokens.get(i).tag(), "VERB|AUX")) {
                return !joined;
            }
        }
        return false;
    }
}
