package dev.followthrough.extract.refine;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;

/** Where the words that say something begin: past labels, conditions, times and names. */
final class ClauseHead {
    private final Draft draft;
    private final Scene scene;
    private final List<Token> tokens;
    private final Wording wording;
    private final int start;

    ClauseHead(Draft draft, Scene scene, Wording wording) {
        this.draft = draft;
        this.scene = scene;
        this.tokens = draft.unit().tokens();
        this.wording = wording;
        this.start = find();
    }

    int start() {
        return start;
    }

    /** Past a label (“Gopal: bays 7–9”), a condition, a time and names of address. */
    private int find() {
        int at = Math.max(0, draft.unit().slots().head());
        at = Math.max(at, pastLabel());
        at = Math.max(at, pastCondition());
        while (at < tokens.size() - 1 && (wording.isDropped(at) || !tokens.get(at).isWord())) {
            at++;
        }
        return Math.min(at, Math.max(0, tokens.size() - 1));
    }

    private int pastLabel() {
        int past = 0;
        for (int i = 0; i < Math.min(6, tokens.size() - 1); i++) {
            if (tokens.get(i).text().equals(":")) {
                past = i + 1;
            }
        }
        return past;
    }

    /** Past a condition that stands before every verb but its own. */
    private int pastCondition() {
        String condition = draft.condition();
        int opens =
                condition == null
                        ? -1
                        : scene.signal().text().indexOf(condition, tokens.get(0).start());
        if (condition == null || opens < 0) {
            return 0;
        }
        int at = 0;
        while (at < tokens.size() - 1 && tokens.get(at).start() < opens + condition.length()) {
            boolean verb = Words.in(tokens.get(at).tag(), "VERB|AUX");
            if (verb && tokens.get(at).start() < opens) {
                return 0;
            }
            at++;
        }
        boolean goesOn =
                tokens.subList(at, tokens.size()).stream()
                        .anyMatch(t -> Words.in(t.tag(), "VERB|AUX"));
        return goesOn ? at : subjectBehind(opens);
    }

    /** “If it slips I drive it over myself”: the last subject, where no comma says so; or 0. */
    private int subjectBehind(int opens) {
        for (int i = tokens.size() - 2; i > 2 && tokens.get(i).start() > opens; i--) {
            boolean subject = Words.in(lower(i), "i|we|you|he|she|they|it");
            if (subject && Words.in(tokens.get(i + 1).tag(), "VERB|AUX")) {
                return i;
            }
        }
        return 0;
    }

    int pastAsking() {
        for (int i = 0; i < Math.min(8, tokens.size() - 1); i++) {
            String word = tokens.get(i).lower();
            if (Words.in(word, "chance|possible|any|chances")) {
                int next = i + 1;
                while (next < tokens.size() - 1
                        && Words.in(tokens.get(next).lower(), "chance|of|to|for|possible")) {
                    next++;
                }
                return next;
            }
        }
        return start;
    }

    /** The first stretch between marks that names a thing which is no person and no label. */
    int segment() {
        int from = start;
        while (from < tokens.size()) {
            int to = from;
            while (to < tokens.size() && !Words.in(tokens.get(to).text(), ",|;|:|–|—|-|--|(|)")) {
                to++;
            }
            if (names(from, to)) {
                return from;
            }
            from = to + 1;
        }
        for (int i = 0; i < start; i++) {
            if (tokens.get(i).text().equals(":") && names(0, i)) {
                return 0;
            }
        }
        return start;
    }

    boolean names(int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            boolean person =
                    scene.people().knows(token.lower())
                            || TitleWords.LABELS.contains(token.lower());
            boolean thing = TitleWords.isNoun(token) || isAcronym(token);
            if (thing && !wording.isDropped(i) && !person) {
                return true;
            }
        }
        return false;
    }

    /** “SOW”, whatever a tagger takes it for. */
    private static boolean isAcronym(Token token) {
        return token.text().length() > 2 && token.text().chars().allMatch(Character::isUpperCase);
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
