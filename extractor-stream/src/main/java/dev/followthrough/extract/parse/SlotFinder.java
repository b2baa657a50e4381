package dev.followthrough.extract.parse;

import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Clause;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds subject and main verb of a clause by a left-to-right walk over tags. Immutable. */
final class SlotFinder {
    private static final Set<String> MODALS =
            Set.of(
                    "will", "'ll", "shall", "can", "could", "may", "might", "should", "would", "'d",
                    "must");
    private static final Set<String> OPENERS =
            Set.of(
                    "if",
                    "once",
                    "when",
                    "as",
                    "unless",
                    "because",
                    "since",
                    "after",
                    "before",
                    "until",
                    "provided",
                    "assuming",
                    "while",
                    "should",
                    "in",
                    "whenever");
    private static final Set<String> THEN = Set.of("until", "till", "by", "from", "since");
    private static final Set<String> LOOSE_TAGS = Set.of("ADV", "PART", "PRON", "INTJ");
    private static final Set<String> LOOSE = Set.of("n't", "not", "to");
    private static final Set<String> GO = Set.of("go", "gonna");
    private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "PRON", "DET", "NUM");
    private static final Set<String> OWNERS =
            Set.of("our", "the", "my", "your", "'s", "and", "their");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "'ve");
    private static final Set<String> WAS = Set.of("was", "were");
    private static final Set<String> DID = Set.of("was", "were", "did", "had");
    private static final Set<String> BE =
            Set.of(
                    "be", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "am",
                    "get", "gets", "got");
    private static final Set<String> NAME_FOLLOWERS = Set.of(":", ",", "-", "–", "—", "'s", "to");

    private final Lexicon fillers;
    private final Lexicon teams;
    private final Lexicon someone;
    private final Lexicon noNames;

    SlotFinder(RuleSet rules) {
        fillers = rules.lexicon("filler");
        teams = rules.lexicon("team");
        someone = rules.lexicon("someone");
        noNames = rules.lexicon("no-name");
    }

    Slots find(Clause clause, People people) {
        List<Token> tokens = clause.tokens();
        int head = head(tokens, people);
        int verb = verbGroup(tokens, head);
        if (verb < 0) {
            return verbless(tokens, head, people);
        }
        int main = mainVerb(tokens, verb);
        DoerKind doer = doer(tokens, head, verb, people);
        String modal = MODALS.contains(tokens.get(verb).lower()) ? tokens.get(verb).lower() : null;
        boolean passive =
                main > verb
                        && tokens.get(main).tag().equals("VERB")
                        && Participles.is(tokens.get(main))
                        && hasBe(tokens, verb, main);
        String lemma = TextReader.verb(tokens.get(main).lower());
        return new Slots(
                doer,
                name(tokens, head, verb, doer),
                tense(tokens, verb, main),
                modal,
                lemma,
                main,
                passive,
                head,
                verb > head ? head : -1);
    }

    private Slots verbless(List<Token> tokens, int head, People people) {
        Token first = tokens.get(Math.min(head, tokens.size() - 1));
        boolean named =
                people.knows(first.lower())
                        || isName(first)
                                && tokens.size() > head + 1
                                && NAME_FOLLOWERS.contains(tokens.get(head + 1).text());
        return new Slots(
                named ? DoerKind.NAMED : DoerKind.NONE,
                named ? first.text() : null,
                Tense.NONE,
                null,
                "",
                -1,
                false,
                head,
                named ? head : -1);
    }

    /** Past fillers, a leading condition and a name of address. */
    private int head(List<Token> tokens, People people) {
        int i = pastFillers(tokens, 0);
        i = pastAddress(tokens, i, people);
        if (i + 2 < tokens.size() && isUntilThen(tokens, i)) {
            return pastFillers(tokens, i + 2);
        }
        if (i < tokens.size() && OPENERS.contains(tokens.get(i).lower())) {
            int comma = comma(tokens, i);
            if (comma > 0 && comma + 2 < tokens.size()) {
                i = pastFillers(tokens, comma + 1);
            }
        }
        return Math.min(i, tokens.size() - 1);
    }

    /** “until then we …”: a time, no clause of its own. */
    private static boolean isUntilThen(List<Token> tokens, int i) {
        return tokens.get(i + 1).lower().equals("then") && THEN.contains(tokens.get(i).lower());
    }

    private int pastFillers(List<Token> tokens, int from) {
        int i = from;
        while (i < tokens.size() - 1
                && (fillers.holds(tokens.get(i).lower()) || !tokens.get(i).isWord())) {
            i++;
        }
        return i;
    }

    private int pastAddress(List<Token> tokens, int i, People people) {
        if (i + 2 < tokens.size()
                && tokens.get(i + 1).text().equals(",")
                && (people.knows(tokens.get(i).lower()) || tokens.get(i).tag().equals("PROPN"))) {
            return pastFillers(tokens, i + 2);
        }
        return i;
    }

    private static int comma(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).text().equals(",")
                    || i > from + 2 && tokens.get(i).lower().equals("then")) {
                return i;
            }
        }
        return -1;
    }

    private static int verbGroup(List<Token> tokens, int head) {
        for (int i = head; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (t.tag().equals("AUX")
                    || MODALS.contains(t.lower())
                            && !t.tag().equals("NOUN")
                            && !t.tag().equals("PROPN")
                    || t.lower().equals("gonna")) {
                return i;
            }
            boolean afterTo = i > 0 && tokens.get(i - 1).lower().equals("to");
            if (t.tag().equals("VERB")
                    && !(afterTo && i > head + 1)
                    && !Participles.describes(tokens, i, head)) {
                return i;
            }
        }
        return -1;
    }

    private static int mainVerb(List<Token> tokens, int group) {
        int main = group;
        for (int i = group; i < tokens.size() && i < group + 8; i++) {
            Token t = tokens.get(i);
            boolean verbal =
                    t.tag().equals("AUX") || t.tag().equals("VERB") || t.lower().equals("gonna");
            if (verbal) {
                main = i;
                if (t.tag().equals("VERB") && !GO.contains(t.lemma())) {
                    return main;
                }
            } else if (!LOOSE_TAGS.contains(t.tag()) && !LOOSE.contains(t.lower())) {
                return main;
            }
        }
        return main;
    }

    private DoerKind doer(List<Token> tokens, int head, int verb, People people) {
        if (verb == head) {
            Token t = tokens.get(verb);
            boolean base =
                    t.tag().equals("VERB")
                            && t.lower().equals(TextReader.verb(t.lower()))
                            && !t.lower().endsWith("ing");
            return base ? DoerKind.IMPERATIVE : invertedOr(tokens, verb, DoerKind.DROPPED);
        }
        boolean named = false;
        for (int i = verb - 1; i >= head; i--) {
            DoerKind pronoun = pronoun(tokens.get(i));
            if (pronoun != null && i >= verb - 3) {
                return pronoun;
            }
            named |= people.knows(tokens.get(i).lower()) || isName(tokens.get(i));
        }
        List<Token> subject = tokens.subList(head, verb);
        if (someone.occursIn(subject)) {
            return DoerKind.SOMEONE;
        }
        if (teams.occursIn(subject) && subject.size() <= 5) {
            return DoerKind.TEAM;
        }
        if (named
                && subject.size() <= 3
                && (people.knows(subject.get(0).lower()) || isName(subject.get(0)))) {
            return DoerKind.NAMED;
        }
        boolean noun = subject.stream().anyMatch(t -> NOMINAL.contains(t.tag()));
        return noun ? DoerKind.THING : DoerKind.DROPPED;
    }

    /** Days, “Task” and acronyms are tagged as names too. */
    private boolean isName(Token token) {
        return token.tag().equals("PROPN")
                && !noNames.holds(token.lower())
                && (token.text().length() == 1 || !token.text().equals(upper(token)));
    }

    private static String upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }

    /** “Can you …”, “will we …”: the subject stands behind. */
    private static DoerKind invertedOr(List<Token> tokens, int verb, DoerKind other) {
        DoerKind pronoun = verb + 1 < tokens.size() ? pronoun(tokens.get(verb + 1)) : null;
        return pronoun != null ? pronoun : other;
    }

    private static @Nullable DoerKind pronoun(Token token) {
        return switch (token.lower()) {
            case "i", "me" -> DoerKind.I;
            case "we", "us" -> DoerKind.WE;
            case "you", "y'all" -> DoerKind.YOU;
            case "he", "she", "they" -> DoerKind.THIRD;
            case "it", "that", "this", "these", "those", "there", "which", "both", "all" ->
                    DoerKind.THING;
            case "someone",
                    "somebody",
                    "anyone",
                    "anybody",
                    "who",
                    "nobody",
                    "everyone",
                    "everybody" ->
                    DoerKind.SOMEONE;
            default -> null;
        };
    }

    private static @Nullable String name(List<Token> tokens, int head, int verb, DoerKind doer) {
        if (doer != DoerKind.NAMED && doer != DoerKind.TEAM) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        for (Token t : tokens.subList(head, verb)) {
            boolean skip = OWNERS.contains(t.lower()) || !t.isWord() || t.tag().equals("ADV");
            if (!skip) {
                name.append(name.isEmpty() ? "" : " ").append(t.text());
            }
        }
        return name.isEmpty() ? tokens.get(head).text() : name.toString();
    }

    private static Tense tense(List<Token> tokens, int group, int main) {
        String first = tokens.get(group).lower();
        Token verb = tokens.get(main);
        if (first.equals("will") || first.equals("'ll") || first.equals("shall")) {
            return Tense.WILL;
        }
        if (first.equals("gonna") || hasGoingTo(tokens, group, main)) {
            return Tense.GOING_TO;
        }
        if (MODALS.contains(first)) {
            return Tense.MODAL;
        }
        if (verb.lower().endsWith("ing")) {
            return Tense.PROGRESSIVE;
        }
        if (HAVE.contains(first) && main > group) {
            return Tense.PERFECT;
        }
        if (verb.tag().equals("AUX")) {
            return DID.contains(first) ? Tense.PAST : Tense.STATE;
        }
        boolean past = Participles.is(verb) || DID.contains(first);
        return past && !hasBe(tokens, group, main)
                ? Tense.PAST
                : past ? (WAS.contains(first) ? Tense.PAST : Tense.STATE) : Tense.PRESENT;
    }

    private static boolean hasGoingTo(List<Token> tokens, int group, int main) {
        for (int i = group; i < main; i++) {
            if (tokens.get(i).lower().equals("gonna")
                    || tokens.get(i).lower().equals("going")
                            && tokens.get(i + 1).lower().equals("to")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBe(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (BE.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
