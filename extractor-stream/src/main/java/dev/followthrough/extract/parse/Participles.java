package dev.followthrough.extract.parse;

import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;

import java.util.List;
import java.util.Set;

/** Verbs that end in “ed” or the like, and those of them that only describe a noun. */
final class Participles {
    private static final Set<String> BEFORE_NOUN =
            Set.of("a", "an", "the", "our", "my", "your", "their", "this", "that", "these", "any");

    private Participles() {}

    static boolean is(Token t) {
        return !t.lower().endsWith("ing")
                && (t.lower().endsWith("ed") && !TextReader.isVerbBase(t.lower())
                        || !t.lower().equals(TextReader.verb(t.lower()))
                                && !t.lower().endsWith("s"));
    }

    /** “A <i>corrected</i> notice goes …”, “penalties <i>caused</i> by us get …”. */
    static boolean describes(List<Token> tokens, int i, int head) {
        if (i == head || i + 1 >= tokens.size() || !is(tokens.get(i))) {
            return false;
        }
        Token before = tokens.get(i - 1);
        Token after = tokens.get(i + 1);
        boolean attribute =
                BEFORE_NOUN.contains(before.lower())
                        && (after.tag().equals("NOUN") || after.tag().equals("ADJ"));
        boolean relative = before.tag().equals("NOUN") && after.lower().equals("by");
        return (attribute || relative) && hasFinite(tokens, i + 1);
    }

    /** Whether another verb follows in the same stretch, before any joining word or mark. */
    private static boolean hasFinite(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size() && tokens.get(i).isWord(); i++) {
            String tag = tokens.get(i).tag();
            if (tag.equals("CCONJ") || tag.equals("SCONJ")) {
                return false;
            }
            if (tag.equals("AUX") || tag.equals("VERB") && !is(tokens.get(i))) {
                return !tokens.get(i - 1).lower().equals("to");
            }
        }
        return false;
    }
}
