package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** He or she: a person that the words before name, if grammar or the paragraph leaves one only. */
final class SpokenOf {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    private SpokenOf() {}

    /** The one in the same clause, else in the paragraph, else in the text; else nobody. */
    static Doer doer(Draft draft, Scene scene) {
        Party found = inClause(draft, scene);
        String before = scene.signal().text().substring(0, draft.end());
        int paragraph = before.lastIndexOf("\n\n", draft.start());
        if (found == null && paragraph >= 0) {
            found = only(before.substring(paragraph), scene);
        }
        found = found != null ? found : only(before, scene);
        return found != null ? new Doer.Person(found) : new Doer.Nobody();
    }

    /** “Kelvin is the one; he comes back”: the last one named in this clause before the verb. */
    private static @Nullable Party inClause(Draft draft, Scene scene) {
        Party found = null;
        List<Token> tokens = draft.unit().tokens();
        for (int i = 0; i < draft.unit().slots().verbAt(); i++) {
            Party party = other(tokens.get(i).lower(), scene);
            found = party != null ? party : found;
        }
        return found;
    }

    private static @Nullable Party only(String text, Scene scene) {
        Set<Party> found = new LinkedHashSet<>();
        for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            Party party = other(word, scene);
            if (party != null) {
                found.add(party);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** A known person of that name who is not the speaker. */
    private static @Nullable Party other(String name, Scene scene) {
        Party party = scene.people().find(name);
        return party == null || party.isSamePersonAs(scene.signal().author()) ? null : party;
    }
}
