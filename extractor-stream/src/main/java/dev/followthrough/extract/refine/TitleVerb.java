package dev.followthrough.extract.refine;

import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the verb that says what is done: behind hopes, plans and polite questions. */
final class TitleVerb {
    private static final int NEAR = 5;

    /** What ends so has lost an “e” before “-ing” and “-ed”. */
    private static final Pattern SILENT_E =
            Pattern.compile("(?:[^aeiou]l|iz|at|[cvug]|us|ns|lin)\\z");

    private TitleVerb() {}

    /** The verb behind “aim to”, “happy to”, “going to”, “try and”, “lemme”. */
    static int behindWrappers(List<Token> tokens, int verbAt) {
        int at = verbAt;
        boolean moved = true;
        while (moved) {
            int next = step(tokens, at);
            moved = next > at;
            at = Math.max(next, at);
        }
        return at;
    }

    private static int step(List<Token> tokens, int at) {
        String verb = TextReader.verb(tokens.get(at).lower());
        if (lower(tokens, at).equals("lemme") || verb.equals("let") && isSpeaker(tokens, at + 1)) {
            int next = verb.equals("let") ? at + 2 : at + 1;
            return isBase(tokens, next) && !lower(tokens, next).equals("know") ? next : at;
        }
        if (Words.in(verb, "try|go|come") && lower(tokens, at + 1).equals("and")) {
            return isBase(tokens, at + 2) ? at + 2 : at;
        }
        if (!TitleWords.WRAPPERS.contains(verb)) {
            return at;
        }
        for (int i = at + 1; i < Math.min(tokens.size() - 1, at + NEAR); i++) {
            if (lower(tokens, i).equals("to") || lower(tokens, i).equals("gonna")) {
                int next = i + 1;
                while (next < tokens.size() && tokens.get(next).tag().equals("ADV")) {
                    next++;
                }
                return isBase(tokens, next) ? next : at;
            }
            boolean light =
                    Words.in(tokens.get(i).tag(), "ADV|ADJ|AUX|PART")
                            || Words.in(
                                    tokens.get(i).lower(), "going|able|due|set|you|gonna|supposed");
            if (!light) {
                return at;
            }
        }
        return at;
    }

    private static boolean isSpeaker(List<Token> tokens, int i) {
        return TitleWords.SPEAKER.contains(lower(tokens, i));
    }

    /** What a request asks to be done: “can you …”, “please …”, “need you to …”, “mind …ing”. */
    static int asked(List<Token> tokens, int otherwise) {
        for (int i = 0; i < tokens.size() - 1; i++) {
            String word = tokens.get(i).lower();
            if (Words.in(word, "please|kindly")) {
                int next = nextVerb(tokens, i + 1, 2);
                if (next >= 0 && isBase(tokens, next)) {
                    return next;
                }
            }
            boolean you = Words.in(word, "you|someone|somebody|anyone|guys|team|ya");
            int next = you ? nextVerb(tokens, pastPlace(tokens, i + 1), 4) : -1;
            if (next >= 0 && Words.in(lower(tokens, next), "mind")) {
                int mind = nextVerb(tokens, next + 1, 2);
                return mind >= 0 ? mind : next;
            }
            if (next >= 0 && isBase(tokens, next)) {
                return behindWrappers(tokens, next);
            }
        }
        return otherwise < 0 ? -1 : behindWrappers(tokens, otherwise);
    }

    /** “someone on your side”. */
    private static int pastPlace(List<Token> tokens, int from) {
        boolean place =
                Words.in(lower(tokens, from), "on|from|at|in")
                        && Words.in(lower(tokens, from + 1), "your|the|my|our");
        return place ? from + 3 : from;
    }

    static int nextVerb(List<Token> tokens, int from, int reach) {
        for (int i = from; i < Math.min(tokens.size(), from + reach); i++) {
            Token token = tokens.get(i);
            boolean modal =
                    Words.in(
                                    token.lower(),
                                    "can|could|will|would|'ll|'d|should|might|may|are|'re|have|'ve")
                            && i + 1 < tokens.size()
                            && Words.in(tokens.get(i + 1).tag(), "VERB|ADV|PART");
            if (token.tag().equals("VERB") || token.tag().equals("AUX") && !modal) {
                return i;
            }
            if (!modal
                    && !Words.in(token.tag(), "ADV|PART|AUX|INTJ")
                    && !token.lower().equals("please")) {
                return -1;
            }
        }
        return -1;
    }

    static boolean isBase(List<Token> tokens, int i) {
        if (i >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(i);
        boolean known = TextReader.isVerbBase(token.lower());
        return known && Words.in(token.tag(), "VERB|AUX|NOUN|X|ADJ|PROPN|ADV")
                || token.tag().equals("VERB")
                        && token.lower().equals(TextReader.verb(token.lower()))
                        && !token.lower().endsWith("ing")
                        && !token.lower().endsWith("ed");
    }

    /** Base form of any form of a verb, known or by the rules of spelling. */
    static String base(String lower) {
        String base = TextReader.verb(lower);
        if (base.equals(lower) && lower.endsWith("ied")) {
            return lower.substring(0, lower.length() - 3) + "y";
        }
        if (base.equals(lower) && lower.endsWith("ing") && lower.length() > 5) {
            return unknown(lower.substring(0, lower.length() - 3));
        }
        if (base.equals(lower) && lower.endsWith("ed") && lower.length() > 4) {
            return unknown(lower.substring(0, lower.length() - 2));
        }
        return base.equals("'s") || base.equals("'re") || base.equals("is") ? "be" : base;
    }

    /** “admitting”: a verb that no list holds, by the rules of spelling. */
    private static String unknown(String stem) {
        int n = stem.length();
        boolean doubled =
                stem.charAt(n - 1) == stem.charAt(n - 2) && "lsfz".indexOf(stem.charAt(n - 1)) < 0;
        boolean silent =
                TextReader.isVerbBase(stem + "e")
                        || SILENT_E.matcher(stem).find() && !stem.endsWith("ng");
        return silent && !TextReader.isVerbBase(stem)
                ? stem + "e"
                : doubled ? stem.substring(0, n - 1) : stem;
    }

    private static String lower(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
