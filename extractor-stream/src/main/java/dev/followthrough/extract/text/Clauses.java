package dev.followthrough.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a tagged sentence where a new clause with a subject and verb of its own begins; subordinate
 * clauses (if, once, because …) stay with the main clause they belong to, because they carry its
 * condition.
 */
final class Clauses {
    private static final Set<String> SUBJECTS =
            Set.of(
                    "i",
                    "we",
                    "you",
                    "he",
                    "she",
                    "they",
                    "it",
                    "that",
                    "this",
                    "there",
                    "these",
                    "those",
                    "nobody",
                    "someone",
                    "somebody",
                    "everyone");
    private static final Set<String> CONNECTORS =
            Set.of(
                    "and",
                    "but",
                    "so",
                    "then",
                    "or",
                    "also",
                    "plus",
                    "though",
                    "yet",
                    "meanwhile",
                    "otherwise",
                    "&");
    private static final Set<String> SUBORDINATORS =
            Set.of(
                    "if",
                    "once",
                    "when",
                    "whenever",
                    "unless",
                    "because",
                    "since",
                    "after",
                    "before",
                    "until",
                    "till",
                    "as",
                    "provided",
                    "assuming",
                    "while",
                    "whether",
                    "although",
                    "where",
                    "which",
                    "who",
                    "that",
                    "what",
                    "how",
                    "why",
                    "cause",
                    "cos",
                    "than",
                    "whatever",
                    "should");
    private static final Set<String> AGREED =
            Set.of(
                    "yes",
                    "yep",
                    "yeah",
                    "yup",
                    "sure",
                    "ok",
                    "okay",
                    "no",
                    "nope",
                    "right",
                    "well",
                    "thanks",
                    "thank",
                    "sorry",
                    "hi",
                    "hello",
                    "hey",
                    "great",
                    "perfect",
                    "fine",
                    "cool",
                    "sharp",
                    "agreed",
                    "understood",
                    "noted",
                    "um",
                    "uh",
                    "so",
                    "oh",
                    "ah",
                    "alright");
    private static final Set<String> CLOSED = Set.of("who", "how", "why", "where", "what");
    private static final Set<String> PERSONS = Set.of("i", "we", "you", "they", "he", "she");
    private static final Set<String> OWNERS = Set.of("my", "our", "your", "their", "his", "her");
    private static final Set<String> NOMINAL = Set.of("ADJ", "NOUN", "PROPN", "NUM");
    private static final int LONG = 14;

    private static final int MOST_TIME_WORDS = 4;

    private Clauses() {}

    static List<Clause> split(int sentence, List<Token> tokens, boolean bullet) {
        String ending = ending(tokens);
        List<Integer> cuts = new ArrayList<>(List.of(0));
        int from = 0;
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (cutsAt(tokens, from, i)) {
                cuts.add(i);
                from = i;
            }
        }
        cuts.add(tokens.size());
        List<Clause> clauses = new ArrayList<>();
        for (int c = 0; c + 1 < cuts.size(); c++) {
            List<Token> part = trim(tokens.subList(cuts.get(c), cuts.get(c + 1)));
            if (!part.isEmpty()) {
                boolean last = c + 2 == cuts.size();
                clauses.add(
                        new Clause(
                                sentence,
                                clauses.size(),
                                part,
                                clauses.isEmpty(),
                                last,
                                last ? ending : "",
                                bullet));
            }
        }
        return clauses;
    }

    private static String ending(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0 && !tokens.get(i).isWord(); i--) {
            String mark = tokens.get(i).text();
            if (mark.startsWith("?")
                    || mark.startsWith("!")
                    || mark.startsWith(".")
                    || mark.startsWith("…")) {
                return mark.substring(0, 1);
            }
        }
        return "";
    }

    private static boolean cutsAt(List<Token> tokens, int from, int i) {
        String word = tokens.get(i).lower();
        if (isBreak(tokens.get(i)) && i - from >= 1) {
            return hasVerb(tokens, from, i) && hasVerb(tokens, i, closing(tokens, i));
        }
        if (word.equals(",") || CONNECTORS.contains(word)) {
            int next = past(tokens, i);
            return (canBreak(tokens, from, i)
                            || word.equals(",") && isDated(tokens, from, i) && isOwn(tokens, next))
                    && beginsClause(tokens, next);
        }
        boolean unpunctuated =
                i - from >= 5 && tokens.size() > LONG && !precededBySubordinator(tokens, from, i);
        return unpunctuated
                && isSubject(tokens, i)
                && isFiniteNext(tokens, i + 1)
                && canBreak(tokens, from, i);
    }

    /** “dead by the end of today, …”: a note with a time stands by itself. */
    private static boolean isDated(List<Token> tokens, int from, int i) {
        return i - from >= 3 && TimeWords.are(tokens.get(i - 1));
    }

    private static boolean isOwn(List<Token> tokens, int at) {
        return at < tokens.size() && Words.in(tokens.get(at).lower(), "i|we|you");
    }

    private static boolean isBreak(Token token) {
        String t = token.text();
        return t.equals(";")
                || t.equals("–")
                || t.equals("—")
                || t.equals("-")
                || t.equals("--")
                || t.startsWith("...")
                || t.equals("…")
                || t.equals("(")
                || t.equals("|");
    }

    /** “(Portland time) from Dexter”: brackets around a few words cut nothing. */
    private static int closing(List<Token> tokens, int i) {
        int end = tokens.size();
        if (tokens.get(i).text().equals("(")) {
            for (int to = i + 1; to < end; to++) {
                if (tokens.get(to).text().equals(")")) {
                    return to;
                }
            }
        }
        return end;
    }

    private static int past(List<Token> tokens, int i) {
        int next = i;
        while (next < tokens.size()
                && (tokens.get(next).lower().equals(",")
                        || CONNECTORS.contains(tokens.get(next).lower()))) {
            next++;
        }
        return next;
    }

    /**
     * The left part must stand by itself: a verb or a yes, and no open subordinate clause at its
     * head.
     */
    private static boolean canBreak(List<Token> tokens, int from, int i) {
        int head = past(tokens, from);
        if (head >= i) {
            return false;
        }
        String first = tokens.get(head).lower();
        boolean open =
                SUBORDINATORS.contains(first)
                        && !first.equals("that")
                        && !first.equals("what")
                        && !first.equals("so");
        if (open) {
            return commas(tokens, head, i) >= 1 || CLOSED.contains(first);
        }
        return hasVerb(tokens, from, i) || i - from <= 3 && AGREED.contains(first);
    }

    private static int commas(List<Token> tokens, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n += tokens.get(i).lower().equals(",") || tokens.get(i).lower().equals("then") ? 1 : 0;
        }
        return n;
    }

    private static boolean precededBySubordinator(List<Token> tokens, int from, int i) {
        Token before = tokens.get(i - 1);
        return SUBORDINATORS.contains(before.lower())
                || before.tag().equals("SCONJ")
                || before.tag().equals("ADP")
                || before.tag().equals("VERB")
                || before.tag().equals("AUX")
                || before.tag().equals("DET")
                || before.tag().equals("PRON")
                || before.tag().equals("ADJ") && i - from < 8
                || before.tag().equals("NOUN")
                        && PERSONS.contains(tokens.get(i).lower())
                        && i - from < 6;
    }

    private static boolean isSubject(List<Token> tokens, int i) {
        return SUBJECTS.contains(tokens.get(i).lower());
    }

    private static boolean isFiniteNext(List<Token> tokens, int i) {
        if (i >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(i);
        boolean between =
                next.tag().equals("ADV") || Words.in(next.lower(), "both|all|two|each|myself");
        if (between && i + 1 < tokens.size()) {
            next = tokens.get(i + 1);
        }
        return next.tag().equals("AUX") || next.tag().equals("VERB");
    }

    private static boolean beginsClause(List<Token> tokens, int at) {
        if (at >= tokens.size() - 1) {
            return false;
        }
        if (beginsClauseAt(tokens, at)) {
            return true;
        }
        int behind = pastTime(tokens, at);
        return behind > at
                && behind < tokens.size() - 1
                && isSubject(tokens, behind)
                && isFiniteNext(tokens, behind + 1);
    }

    /** “by next Thursday you get”: where the words of time in front of the subject end. */
    private static int pastTime(List<Token> tokens, int at) {
        int to = at;
        while (to < tokens.size()
                && to - at < MOST_TIME_WORDS
                && Words.in(tokens.get(to).tag(), "ADP|SCONJ|DET|ADJ|NOUN|PROPN|NUM")) {
            to++;
        }
        return to > at && TimeWords.are(tokens.get(to - 1)) ? to : at;
    }

    private static boolean beginsClauseAt(List<Token> tokens, int at) {
        Token first = tokens.get(at);
        if (SUBORDINATORS.contains(first.lower()) && !first.lower().equals("that")) {
            return false;
        }
        if (first.lower().equals("please")
                || first.lower().equals("let")
                || first.lower().equals("lemme")) {
            return true;
        }
        if (isSubject(tokens, at) || first.tag().equals("PROPN")) {
            return isFiniteNext(tokens, at + 1)
                    || first.tag().equals("PROPN") && isFiniteNext(tokens, at + 2);
        }
        if (first.tag().equals("AUX") && SUBJECTS.contains(tokens.get(at + 1).lower())) {
            return true;
        }
        return (first.tag().equals("DET") || OWNERS.contains(first.lower()))
                && nounThenVerb(tokens, at + 1);
    }

    private static boolean nounThenVerb(List<Token> tokens, int from) {
        int i = from;
        while (i < tokens.size() && i - from < 4 && NOMINAL.contains(tokens.get(i).tag())) {
            i++;
        }
        boolean noun = i > from && tokens.get(i - 1).tag().equals("NOUN");
        if (noun && i + 2 < tokens.size() && tokens.get(i).tag().equals("ADP")) {
            i += Words.in(tokens.get(i + 1).tag(), "PRON|PROPN") ? 2 : 0; // “the prices in it hold”
        }
        return i > from
                && i < tokens.size()
                && hasVerb(tokens, i, i + 1)
                && !tokens.get(i).lower().endsWith("ing");
    }

    private static boolean hasVerb(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            String tag = tokens.get(i).tag();
            if (tag.equals("VERB") || tag.equals("AUX")) {
                return true;
            }
        }
        return false;
    }

    /** Drops marks at both ends and a leading connector. */
    private static List<Token> trim(List<Token> tokens) {
        int from = 0;
        int to = tokens.size();
        while (from < to
                && (isEdge(tokens.get(from))
                        || from + 1 < to
                                && CONNECTORS.contains(tokens.get(from).lower())
                                && tokens.size() > 2
                                && !tokens.get(from).lower().equals("then"))) {
            from++;
        }
        while (to > from && isEdge(tokens.get(to - 1)) && !tokens.get(to - 1).text().equals(")")) {
            to--;
        }
        return tokens.subList(from, to);
    }

    private static boolean isEdge(Token token) {
        return ",;–—-.…?!\"'”“(|:".contains(token.text().substring(0, 1)) && !token.isWord();
    }
}
