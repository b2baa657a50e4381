package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a clause as a title says them: without times, without who hears and who speaks,
 * otherwise as written.
 */
final class Wording {
    static final int MAX_LENGTH = 80;

    private final Draft draft;
    private final Scene scene;
    private final List<Token> tokens;
    private final BitSet dropped = new BitSet();
    private final BitSet ends = new BitSet();
    private final Set<String> takers;
    private final Set<String> givers;
    private final String takersOwn;

    Wording(Draft draft, Scene scene) {
        this.draft = draft;
        this.scene = scene;
        this.tokens = draft.unit().tokens();
        boolean asked = draft.act() == Act.REQUEST;
        this.takers = asked ? TitleWords.SPEAKER : TitleWords.HEARER;
        this.givers = asked ? TitleWords.HEARER : TitleWords.SPEAKER;
        this.takersOwn = asked ? "my|our" : "your|ur";
        for (TimeExpression time : draft.unit().times()) {
            dropTime(time);
        }
        for (int i = 0; i < tokens.size(); i++) {
            dropAddressee(i);
            String lower = tokens.get(i).lower();
            boolean emphatic =
                    TitleWords.SELVES.contains(lower)
                                    && i > 0
                                    && !Words.in(tokens.get(i - 1).tag(), "VERB|ADP")
                            || lower.equals("own")
                                    && i > 0
                                    && Words.in(lower(i - 1), "my|our|your");
            if (emphatic
                    || TitleWords.DROPPED.contains(lower)
                    || TitleWords.isMarkup(tokens.get(i))) {
                dropped.set(i);
            }
        }
    }

    /** Whether the words go to the hearer: “with you”, “in your inbox”, “your way”. */
    boolean isSent(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (addressee(i) > 0
                    && !Words.in(lower(i), "from|by|for|at")
                    && (!Words.in(lower(i + 2), "side|end") || draft.unit().hasTimeAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    boolean isFromSpeaker(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (Words.in(lower(i), "from|by") && addressee(i) > 0) {
                return true;
            }
        }
        return false;
    }

    boolean isDropped(int i) {
        return dropped.get(i);
    }

    private void dropTime(TimeExpression time) {
        int from = 0;
        while (from < tokens.size() && tokens.get(from).start() < time.start()) {
            from++;
        }
        int to = from;
        while (to < tokens.size() && tokens.get(to).start() < time.end()) {
            to++;
        }
        if (to == from || isPartOfThing(from, to)) {
            return;
        }
        // “before Wednesday's sandbox” is a time to its end
        if (to < tokens.size() && tokens.get(to).lower().equals("'s")) {
            to = Math.min(tokens.size(), to + 2);
        }
        boolean directed = TitleWords.PREPOSITIONS.contains(lower(from));
        while (from > 0 && !directed && isTimePreposition(from - 1)) {
            from--;
        }
        if (time.anchor() != null && hasVerb(from, to) && from > 0) {
            ends.set(from);
        }
        dropped.set(from, to);
    }

    private boolean hasVerb(int from, int to) {
        return tokens.subList(from, to).stream().anyMatch(t -> Words.in(t.tag(), "VERB|AUX"));
    }

    private boolean isTimePreposition(int i) {
        String lower = tokens.get(i).lower();
        boolean preposition =
                TitleWords.PREPOSITIONS.contains(lower) && !lower.equals("about")
                        || Words.in(lower, "the|this|no|later|than|or|early|late|not|as|than|only");
        return preposition && !(lower.equals("over") && i + 1 < tokens.size() && isSentTo(i + 1));
    }

    private boolean isSentTo(int i) {
        return tokens.get(i).lower().equals("to");
    }

    /** “Tuesday's numbers”, “those Tuesdays”, “gave him April 7 for the stores”. */
    private boolean isPartOfThing(int from, int to) {
        String first = tokens.get(from).lower();
        String before = from == 0 ? "" : tokens.get(from - 1).lower();
        boolean directed = TitleWords.PREPOSITIONS.contains(first);
        boolean owned =
                to + 1 < tokens.size()
                        && tokens.get(to).lower().equals("'s")
                        && TitleWords.isNoun(tokens.get(to + 1));
        boolean named =
                to < tokens.size()
                        && tokens.get(to).tag().equals("NOUN")
                        && TitleWords.DETERMINERS.contains(before)
                        && !first.equals(before);
        boolean given =
                Words.in(draft.unit().slots().verb(), "give|quote|say|tell|offer")
                        && Words.in(before, "him|her|them|you|it|gave|given|give");
        boolean target =
                (before.equals("to") || first.equals("to"))
                        && Words.in(
                                draft.unit().slots().verb(),
                                "move|reschedule|postpone|shift|push|extend");
        return first.equals("per")
                || target
                || !directed
                        && !TitleWords.PREPOSITIONS.contains(before)
                        && (owned || named || given || Words.in(before, "those|these"));
    }

    /** Length of a phrase that only says who hears or speaks, 0 where none begins here. */
    private int addressee(int i) {
        String word = tokens.get(i).lower();
        String next = lower(i + 1);
        if (Words.in(word, "over|across|out|straight") && lower(i + 1).equals("to")) {
            return takers.contains(lower(i + 2)) ? 3 : 0;
        }
        if (Words.in(word, "to|with|for|at") && takers.contains(next)) {
            return beginsOther(i + 2) ? 0 : 2;
        }
        if (Words.in(word, "from|by") && givers.contains(next)) {
            return 2;
        }
        if (Words.in(word, "from|on")
                && Words.in(next, "my|our")
                && Words.in(lower(i + 2), "side|end")) {
            return 3;
        }
        if (word.equals("in") && next.equals("front") && lower(i + 2).equals("of")) {
            return takers.contains(lower(i + 3)) ? 4 : 0;
        }
        if (Words.in(word, takersOwn) && next.equals("way")) {
            return 2;
        }
        if (word.equals("on") && Words.in(next, "its|the|their") && lower(i + 2).equals("way")) {
            return 3;
        }
        return Words.in(word, "in|into|on|to")
                        && Words.in(next, takersOwn)
                        && Words.in(
                                lower(i + 2),
                                "inbox|inboxes|mailbox|hands|desk|dms|dm|mail|email|box")
                ? 3
                : 0;
    }

    /** “for you to review” and “with you and Dan” say more than who hears. */
    private boolean beginsOther(int i) {
        return Words.in(lower(i), "to|and|two|guys|both|or|'s|all");
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }

    private void dropAddressee(int i) {
        int length = addressee(i);
        if (length > 0) {
            dropped.set(i, i + length);
        }
        boolean before = i > 0 && Words.in(tokens.get(i - 1).tag(), "VERB|AUX|ADV|PART");
        boolean someone = takers.contains(lower(i));
        if (someone
                && before
                && !Words.in(lower(i - 1), "let|help")
                && i + 1 < tokens.size()
                && TitleWords.beginsThing(tokens.get(i + 1))
                && !dropped.get(i + 1)) {
            dropped.set(i);
        }
    }

    /** The title: a verb, a thing that stands for a pronoun if any, and the words of a range. */
    String title(String verb, @Nullable String thing, int from, int to) {
        StringBuilder title = new StringBuilder(verb);
        if (thing != null && !thing.isEmpty()) {
            title.append(title.isEmpty() ? "" : " ").append(thing);
        }
        append(title, from, to, thing != null && !thing.isEmpty());
        return ended(title.toString().strip());
    }

    /** The words of a range by themselves. */
    String phrase(int from, int to) {
        return title("", null, from, to);
    }

    private void append(StringBuilder title, int from, int to, boolean thing) {
        int last = -1;
        boolean any = thing;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            boolean worded = any || token.isWord() && !title.isEmpty();
            if (worded && isEnd(i)) {
                break;
            }
            if (token.text().equals("(")) {
                i = closing(i, to);
                continue;
            }
            if (token.text().equals(",")) {
                if (!any) {
                    continue;
                }
                if (!goesOn(i + 1, to)) {
                    break;
                }
                title.append(',');
                continue;
            }
            boolean glued = last >= 0 && tokens.get(last).end() == token.start();
            if (dropped.get(i)
                    || last >= 0 && TitleWords.isRepeated(tokens.get(last), token)
                    || !token.isWord() && !(glued && "+#&/".indexOf(token.text().charAt(0)) >= 0)) {
                continue;
            }
            title.append(glued || title.isEmpty() ? "" : " ").append(word(i, !any));
            last = i;
            any = true;
        }
    }

    private boolean isEnd(int i) {
        return TitleWords.STOPS.contains(lower(i))
                || ends.get(i)
                || lower(i).equals("and") && beginsClause(i + 1)
                || lower(i).equals("before")
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).tag().equals("PRON")
                || lower(i).equals("as") && Words.in(lower(i + 1), "soon|long|agreed|promised");
    }

    /** “… and half of the week is done”, “… and shall sit there”. */
    private boolean beginsClause(int from) {
        for (int i = from; i < Math.min(tokens.size(), from + 5); i++) {
            if (tokens.get(i).tag().equals("AUX")) {
                return true;
            }
            if (tokens.get(i).tag().equals("VERB") || tokens.get(i).text().equals(",")) {
                return i > from && tokens.get(i - 1).tag().equals("PRON");
            }
        }
        return false;
    }

    private int closing(int open, int to) {
        for (int i = open; i < to; i++) {
            if (tokens.get(i).text().equals(")")) {
                return i;
            }
        }
        return to;
    }

    /** Past a comma, a list or a participle still says what the thing is. */
    private boolean goesOn(int from, int to) {
        int i = from;
        while (i < to && (dropped.get(i) || !tokens.get(i).isWord())) {
            i++;
        }
        if (i >= to) {
            return false;
        }
        Token first = tokens.get(i);
        if (first.tag().equals("VERB") && first.lower().endsWith("ed")
                || Words.in(first.lower(), "split|including|incl|both")) {
            return true;
        }
        int nouns = 0;
        for (int k = i; k < to && k < i + 6; k++) {
            Token token = tokens.get(k);
            if (Words.in(token.lower(), "and|&") && (nouns > 0 || k == i)) {
                return k + 1 < to && TitleWords.beginsThing(tokens.get(k + 1));
            }
            if (Words.in(token.tag(), "VERB|AUX|PRON")
                    || token.text().equals(",")
                    || dropped.get(k)) {
                return false;
            }
            nouns += TitleWords.isNoun(token) ? 1 : 0;
        }
        return false;
    }

    private String word(int i, boolean first) {
        Token token = tokens.get(i);
        boolean asked = draft.act() == Act.REQUEST;
        String lower = token.lower();
        if (Set.of("your", "ur").contains(lower)) {
            return asked ? "the" : "their";
        }
        if (Set.of("my", "our").contains(lower)) {
            return asked ? "their" : "the";
        }
        if (!asked && TitleWords.HEARER.contains(lower)) {
            return hearer(token);
        }
        boolean opens = first && (i == 0 || draft.start() == token.start() || isOpening(i));
        boolean common =
                Words.in(token.tag(), "DET|PRON|ADP|ADJ|ADV|NOUN|VERB|SCONJ|AUX|CCONJ")
                        || token.tag().equals("NUM")
                        || TitleWords.DETERMINERS.contains(lower);
        return opens && common && isPlainCapital(token.text())
                ? token.text().toLowerCase(Locale.ROOT)
                : token.text();
    }

    /** Nothing but marks and names of address before it. */
    private boolean isOpening(int i) {
        return TitleWords.DETERMINERS.contains(lower(i)) || i <= draft.unit().slots().head();
    }

    private static boolean isPlainCapital(String text) {
        String rest = text.substring(1);
        return Character.isUpperCase(text.charAt(0))
                && rest.equals(rest.toLowerCase(Locale.ROOT))
                && rest.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'')
                && (rest.length() > 0 || text.equals("A"));
    }

    /** “Call you” is “call Ana” on a list, where Ana alone hears it. */
    private String hearer(Token token) {
        List<Party> hearers = scene.signal().audience();
        String name = hearers.size() == 1 ? hearers.get(0).name() : null;
        return name == null ? token.text() : name.split(" ", 2)[0];
    }

    /** At most {@value #MAX_LENGTH} characters, and no word at the end that leads on. */
    static String ended(String title) {
        String cut = title;
        if (cut.length() > MAX_LENGTH) {
            int blank = cut.lastIndexOf(' ', MAX_LENGTH);
            cut = cut.substring(0, blank > 0 ? blank : MAX_LENGTH);
        }
        int blank = cut.lastIndexOf(' ');
        while (blank > 0 && leadsOn(cut.substring(blank + 1), cut)) {
            cut = cut.substring(0, blank).strip();
            blank = cut.lastIndexOf(' ');
        }
        return cut.endsWith(",") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static boolean leadsOn(String last, String title) {
        String lower = last.toLowerCase(Locale.ROOT);
        boolean particle =
                TitleWords.PARTICLES.contains(lower) && title.split(" ").length <= 4
                        || Words.in(lower, "up|out|back|off|down|through|away");
        return TitleWords.NO_END.contains(lower)
                || TitleWords.PREPOSITIONS.contains(lower) && !particle
                || lower.isEmpty()
                || lower.equals(",");
    }
}
