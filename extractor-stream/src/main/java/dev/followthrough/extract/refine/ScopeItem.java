package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;

/**
 * What a scope statement speaks of (“gift cards”, “10,000 API calls a day”): the text's words in
 * their order, without articles, fillers and what says that it is in or out.
 */
final class ScopeItem {
    private static final String PERSONS = "i|we|you|they|he|she|it|that|this|there|these|those";
    private static final String LABELS =
            "page|section|clause|item|point|note|slide|line|scope|acceptance|success|criteria";
    private static final String GOVERNS =
            "include|includes|including|cover|covers|comprise|comprises|exclude|excludes|except"
                    + "|beyond|with|than|consists|bundles|:";

    private static final Lexicon IN = RuleSet.english().lexicon("in-scope");
    private static final Lexicon OUT = RuleSet.english().lexicon("out-scope");
    private static final Lexicon NEEDED = RuleSet.english().lexicon("unscoped-word");

    private final Polarity polarity;
    private final List<Token> tokens;
    private final ItemWords words;

    private ScopeItem(Draft draft, Polarity polarity, String text) {
        this.polarity = polarity;
        this.tokens =
                draft.unit().tokens().stream()
                        .filter(t -> t.start() >= draft.start() && t.end() <= draft.end())
                        .toList();
        this.words = new ItemWords(text, tokens);
    }

    /** Empty where nothing names a thing. */
    static String of(Draft draft, Polarity polarity, String text) {
        return new ScopeItem(draft, polarity, text).item();
    }

    private String item() {
        int from = pastLabel();
        return switch (polarity) {
            case IN, OUT -> thing(from, cue(from));
            case LIMIT -> limit(from);
            case UNSCOPED -> needed(from);
            case ACCEPTANCE_CRITERION -> criterion(from);
            case DEPENDENCY, INTEGRATION -> words.of(pastPerson(pastClause(from)), tokens.size());
        };
    }

    /** “page 4: …”, “in scope: …”. */
    private int pastLabel() {
        for (int i = 1; i < Math.min(5, tokens.size() - 1); i++) {
            if (tokens.get(i).text().equals(":")) {
                List<Token> before = tokens.subList(0, i);
                boolean label =
                        Words.in(words.lower(0), LABELS)
                                || IN.occursIn(before)
                                || OUT.occursIn(before);
                return label ? i + 1 : 0;
            }
        }
        return 0;
    }

    private Cue cue(int from) {
        List<Token> rest = tokens.subList(from, tokens.size());
        List<Token> found = polarity == Polarity.OUT ? OUT.firstIn(rest) : List.of();
        return cue(found.isEmpty() ? IN.firstIn(rest) : found);
    }

    private Cue cue(List<Token> found) {
        if (found.isEmpty()) {
            return new Cue(-1, -1);
        }
        int at = 0;
        while (tokens.get(at).start() < found.get(0).start()) {
            at++;
        }
        return new Cue(at, at + found.size());
    }

    /** What stands before the words that say in or out, or else before the verb; or after them. */
    private String thing(int from, Cue cue) {
        if (cue.at() < 0) {
            return uncued(from);
        }
        String governing = words.lower(cue.end() - 1);
        boolean active = Words.in(governing, GOVERNS) || Words.in(words.lower(cue.end()), "any|:");
        String before = words.of(begin(from, cue.at()), cue.at());
        if (!active && !before.isEmpty()) {
            return isSpan(cue.end())
                    ? joined(before, words.of(cue.end(), comma(cue.end()), false))
                    : before;
        }
        if (cue.end() < tokens.size() && tokens.get(cue.end()).tag().equals("ADP") && !active) {
            return "";
        }
        int begin = pastPerson(cue.end());
        String after = words.of(polarity == Polarity.LIMIT ? bare(begin) : begin, end(begin));
        return after.isEmpty() ? before : after;
    }

    /** “… for five years”. */
    private boolean isSpan(int at) {
        return words.lower(at).equals("for")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).tag().equals("NUM");
    }

    private String uncued(int from) {
        int denied = denied(from);
        if (denied > from) {
            return words.of(denied, end(denied));
        }
        boolean asks = from < tokens.size() && tokens.get(from).tag().equals("AUX");
        int start = asks ? begin(from, lastVerb()) : pastPerson(from);
        int verb = verb(start);
        String subject = verb > start ? words.of(start, Math.min(verb, end(start))) : "";
        return subject.isEmpty() ? words.of(start, end(start)) : subject;
    }

    /** Past “nothing is”, where a clause before it says how things are. */
    private int denied(int from) {
        int at = from;
        while (at < tokens.size() && !Words.in(words.lower(at), "nothing|none")) {
            at++;
        }
        while (at < tokens.size()
                && (Words.in(words.lower(at), "nothing|none")
                        || tokens.get(at).tag().equals("AUX"))) {
            at++;
        }
        return at < tokens.size() && polarity == Polarity.OUT ? at : -1;
    }

    private int lastVerb() {
        int at = tokens.size() - 1;
        while (at > 0 && !ItemWords.isVerb(tokens.get(at))) {
            at--;
        }
        return at;
    }

    /** Past a clause of its own: “for the UK it's core HR only, …”, “is it too late to say …”. */
    private int begin(int from, int to) {
        int last = to;
        while (last > from && words.isClosing(last - 1)) {
            last--;
        }
        int begin = from;
        boolean person = false;
        boolean verb = false;
        for (int i = from; i < last; i++) {
            Token token = tokens.get(i);
            person |= isPerson(i);
            verb |= ItemWords.isVerb(token);
            boolean comma = Words.in(token.text(), ",|;|:|–|—|-|.") && verb;
            boolean governs = ItemWords.isVerb(token) && person && i + 1 < last;
            if (comma || governs) {
                begin = i + 1;
            }
        }
        return begin;
    }

    private String limit(int from) {
        Cue covered = cue(from);
        int number = number(from);
        if (number < 0) {
            return words.of(pastPerson(from), end(from));
        }
        if (covered.at() >= 0) {
            return thing(from, covered);
        }
        int start = pastPerson(from);
        int end = number > comma(start) ? tokens.size() : comma(start);
        int verb = verb(start);
        boolean capped =
                verb > start && verb + 1 < end && Words.in(words.lower(verb + 1), "capped|limited");
        if (capped) {
            return joined(words.of(start, verb), words.of(verb + 1, end, false));
        }
        boolean stated =
                verb > start
                        && number == verb + 1
                        && Words.in(
                                words.lower(verb - 1), "cap|limit|maximum|max|minimum|use|quota");
        return words.of(bare(stated ? number : start), end);
    }

    /** Past “priced for up to”, where a number follows. */
    private int bare(int from) {
        int at = from;
        while (at < tokens.size() && !isNumber(at)) {
            String lower = words.lower(at);
            boolean lead =
                    tokens.get(at).tag().equals("ADP")
                            || at == from && lower.endsWith("ed")
                            || Words.in(
                                    lower,
                                    "for|up|to|max|maximum|at|most|no|more|than|least|only|the");
            if (!lead) {
                return from;
            }
            at++;
        }
        return at < tokens.size() ? at : from;
    }

    private String needed(int from) {
        Cue cue = cue(NEEDED.firstIn(tokens.subList(from, tokens.size())));
        String after = cue.at() < 0 ? "" : words.of(cue.end(), end(cue.end()));
        String before = cue.at() < 0 ? "" : words.of(begin(from, cue.at()), cue.at());
        String said = before.isEmpty() ? after : before;
        return said.isEmpty() ? words.of(pastPerson(from), tokens.size()) : said;
    }

    private String criterion(int from) {
        for (int i = from; i < tokens.size() - 2; i++) {
            if (Words.in(words.lower(i), "when|if|once|means")) {
                String said = words.of(i + 1, tokens.size());
                if (!said.isEmpty()) {
                    return said;
                }
            }
        }
        return words.of(pastPerson(from), tokens.size());
    }

    /** “Before we can load anything, …”. */
    private int pastClause(int from) {
        boolean leads = Words.in(words.lower(from), "before|until|if|when|once|without");
        int comma = comma(from);
        return leads && comma < tokens.size() - 1 ? comma + 1 : from;
    }

    /** Past “it's”, “you get”, “we budgeted for”; what is denied keeps its verb. */
    private int pastPerson(int from) {
        int at = from;
        while (at < tokens.size() && words.isOpening(at) && !isPerson(at)) {
            at++;
        }
        if (at >= tokens.size() || !isPerson(at) || !beginsVerb(at + 1)) {
            return from;
        }
        at++;
        boolean denied =
                Words.in(words.lower(at + 1), "not|n't") || words.lower(at).equals("cannot");
        boolean acts = polarity == Polarity.DEPENDENCY || polarity == Polarity.INTEGRATION;
        int first = at;
        while (at < tokens.size() && Words.in(tokens.get(at).tag(), "AUX|ADV|PART")) {
            at++;
        }
        if (denied && polarity != Polarity.OUT) {
            return first;
        }
        boolean need = Words.in(words.lower(at), "need|want|have|get");
        if (at < tokens.size() && tokens.get(at).tag().equals("VERB") && (need || !acts)) {
            at++;
            while (at < tokens.size() && tokens.get(at).tag().equals("ADP")) {
                at++;
            }
        }
        return at < tokens.size() ? at : from;
    }

    /** IT is a department. */
    private boolean isPerson(int i) {
        return Words.in(words.lower(i), PERSONS) && !tokens.get(i).text().equals("IT");
    }

    private boolean beginsVerb(int at) {
        return at < tokens.size()
                && (ItemWords.isVerb(tokens.get(at)) || tokens.get(at).tag().equals("ADV"));
    }

    /** First finite verb, or the end. */
    private int verb(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (ItemWords.isVerb(tokens.get(i)) && !words.lower(i).endsWith("ing") && i > from) {
                return i;
            }
        }
        return tokens.size();
    }

    private int number(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (isNumber(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isNumber(int i) {
        return tokens.get(i).tag().equals("NUM")
                || tokens.get(i).text().chars().anyMatch(Character::isDigit)
                || Words.in(tokens.get(i).text(), "$|€|£");
    }

    /** Where a list goes on past a comma, so does the thing. */
    private int end(int from) {
        int comma = comma(from);
        for (int i = comma + 1; i < tokens.size(); i++) {
            if (ItemWords.isVerb(tokens.get(i)) || tokens.get(i).tag().equals("PRON")) {
                return comma;
            }
            if (Words.in(words.lower(i), "and|&|or")) {
                return tokens.size();
            }
        }
        return comma;
    }

    private int comma(int from) {
        int at = from;
        while (at < tokens.size() && !Words.in(tokens.get(at).text(), ",|;|–|—|(|.|!|?")) {
            at++;
        }
        return at;
    }

    private static String joined(String one, String other) {
        return (one + " " + other).strip();
    }

    /** Where the words that say in or out stand; -1 where they do not. */
    private record Cue(int at, int end) {}
}
