package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * Doers of notes and minutes, where no verb has a subject that a tagger sees: a column of names,
 * “DH to check VPN”, “Legal signs the NDA”, “looping in Priya, who will handle it”.
 */
final class NotedDoer {
    /** A label ends within so many words. */
    private static final int LABEL = 4;

    private static final String DASHES = "–|—|-|--";

    private final Lexicon teams = RuleSet.english().lexicon("team");
    private final Lexicon noNames = RuleSet.english().lexicon("no-name");
    private final List<Token> tokens;
    private final Scene scene;
    private final boolean verbless;
    private final int begin;

    NotedDoer(Draft draft, Scene scene) {
        this.tokens = draft.unit().tokens();
        this.scene = scene;
        this.verbless = draft.unit().slots().doer() == DoerKind.NONE;
        this.begin = begin(Math.max(0, draft.unit().slots().head()));
    }

    @Nullable Doer find() {
        Doer found = verbless ? column() : null;
        found = found == null ? assigned() : found;
        found = found == null ? team() : found;
        return found == null ? introduced() : found;
    }

    /** The verb of whom a note or a team's name says to do it, or -1. */
    int verbAt() {
        for (int to = begin + 1; to <= begin + 2; to++) {
            if (assigns(to) && person(begin, to) != null) {
                return to + 1;
            }
        }
        return team() == null ? -1 : begin + 1;
    }

    private int begin(int head) {
        int at = head;
        for (int i = head; i < Math.min(head + LABEL, tokens.size() - 1); i++) {
            at = tokens.get(i).text().equals(":") ? i + 1 : at;
        }
        return at;
    }

    /** “Restore test: Paulo, Tuesday”, “SOW to them Thursday (Aoife)”, “AI: Dan – SOW Fri”. */
    private @Nullable Doer column() {
        for (int i = 1; i < tokens.size(); i++) {
            Party party = scene.people().find(tokens.get(i).lower());
            boolean opens = Words.in(tokens.get(i - 1).text(), ":|(|" + DASHES);
            boolean closes =
                    i + 1 == tokens.size() || Words.in(tokens.get(i + 1).text(), ",|)|;|" + DASHES);
            if (party != null && opens && closes) {
                return new Doer.Person(party);
            }
        }
        return null;
    }

    /** “Ben to send pricing”, “Dan Holt to call them”, “DH to check VPN”. */
    private @Nullable Doer assigned() {
        for (int to = begin + 1; to <= begin + 2; to++) {
            if (assigns(to)) {
                return person(begin, to);
            }
        }
        return null;
    }

    private boolean assigns(int to) {
        return to + 1 < tokens.size()
                && tokens.get(to).lower().equals("to")
                && TitleVerb.isBase(tokens, to + 1)
                && !Words.in(tokens.get(to + 1).lower(), "be|follow|come|go|arrive");
    }

    private @Nullable Doer person(int from, int to) {
        Token first = tokens.get(from);
        String name = text(from, to);
        Party party = scene.people().find(name);
        party = party == null && from + 1 == to ? initials(first) : party;
        if (party != null) {
            return new Doer.Person(party);
        }
        if (from + 1 == to && isTeam(first)) {
            return new Doer.Team(first.text());
        }
        return tokens.subList(from, to).stream().allMatch(this::isName)
                ? new Doer.Person(scene.people().resolve(name))
                : null;
    }

    private @Nullable Party initials(Token token) {
        String text = token.text();
        boolean letters = text.length() == 2 && text.chars().allMatch(Character::isUpperCase);
        return letters ? scene.people().initials(text) : null;
    }

    /** “Engineering fixes the bug”: its verb was taken for a noun, or the team for a verb. */
    private @Nullable Doer team() {
        if (begin + 2 >= tokens.size() || !isTeam(tokens.get(begin))) {
            return null;
        }
        String does = tokens.get(begin + 1).lower();
        boolean verb =
                does.endsWith("s")
                        && !does.equals(TextReader.verb(does))
                        && TextReader.isVerbBase(TextReader.verb(does));
        return verb && TitleWords.beginsThing(tokens.get(begin + 2))
                ? new Doer.Team(tokens.get(begin).text())
                : null;
    }

    /** “Priya who will handle this”. */
    private @Nullable Doer introduced() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            int name = tokens.get(i - 1).text().equals(",") ? i - 2 : i - 1;
            boolean acts =
                    tokens.get(i).lower().equals("who")
                            && Words.in(tokens.get(i + 1).tag(), "AUX|VERB");
            if (acts && name >= 0 && isName(tokens.get(name))) {
                return new Doer.Person(scene.people().resolve(tokens.get(name).text()));
            }
        }
        return null;
    }

    private boolean isTeam(Token token) {
        return token.isCapital() && !token.text().equals("It") && teams.holds(token.lower());
    }

    /** A person at hand, or a name that is no acronym. */
    private boolean isName(Token token) {
        boolean acronym = token.text().equals(token.text().toUpperCase(Locale.ROOT));
        return token.isCapital()
                && (scene.people().find(token.lower()) != null
                        || token.tag().equals("PROPN")
                                && !acronym
                                && !noNames.holds(token.lower()));
    }

    private String text(int from, int to) {
        return scene.signal().text().substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
