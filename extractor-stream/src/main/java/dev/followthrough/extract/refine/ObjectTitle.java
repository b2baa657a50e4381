package dev.followthrough.extract.refine;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A verb and what something is done to; a bare pronoun gives way to what it stands for. */
final class ObjectTitle {
    private final Draft draft;
    private final Scene scene;
    private final List<Token> tokens;
    private final Wording wording;

    ObjectTitle(Draft draft, Scene scene, Wording wording) {
        this.draft = draft;
        this.scene = scene;
        this.tokens = draft.unit().tokens();
        this.wording = wording;
    }

    /** The verb and what it does something to; a bare pronoun gives way to what it stands for. */
    String object(String verb, int from) {
        int at = from;
        StringBuilder lead = new StringBuilder(verb);
        while (at < tokens.size()
                && (wording.isDropped(at)
                        || TitleWords.PARTICLES.contains(lower(at))
                                && TitleWords.PRONOUNS.contains(lower(at + 1)))) {
            if (!wording.isDropped(at)) {
                lead.append(' ').append(tokens.get(at).text());
            }
            at++;
        }
        boolean one = Words.in(lower(at), "that|this") && lower(at + 1).equals("one");
        int past = one ? at + 2 : at + 1;
        boolean alone =
                past >= tokens.size()
                        || !Words.in(tokens.get(past).tag(), "NOUN|PROPN|ADJ|NUM")
                                && !lower(past).equals("of");
        boolean pronoun = at < tokens.size() && TitleWords.PRONOUNS.contains(lower(at)) && alone;
        if (pronoun) {
            String thing = Antecedent.of(draft, scene);
            if (thing != null) {
                return wording.title(lead.toString(), thing, past, tokens.size());
            }
        }
        return wording.title(verb, null, from, tokens.size());
    }

    /** What is done to a thing; a particle stays with its verb: “clean up the script”. */
    String done(int at, @Nullable String thing) {
        boolean particle =
                Words.in(lower(at + 1), "up|out|off|down|back|in")
                        && (at + 2 >= tokens.size() || wording.isDropped(at + 2));
        String verb =
                particle
                        ? TitleVerb.base(lower(at)) + " " + lower(at + 1)
                        : TitleVerb.base(lower(at));
        return wording.title(verb, thing, particle ? at + 2 : at + 1, tokens.size());
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
