package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Named;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who is bound, asked or reported: from the subject, a name or a pronoun; nobody where grammar
 * names nobody.
 */
final class NameDoer implements Refiner {
    private static final Set<String> MINE = Set.of("my", "mine", "me", "myself", "i");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            refined.add(
                    draft.by(
                            draft.act() == Act.REQUEST ? asked(draft, scene) : doer(draft, scene)));
        }
        return refined;
    }

    private static Doer doer(Draft draft, Scene scene) {
        Slots slots = draft.unit().slots();
        Doer me = new Doer.Person(scene.signal().author());
        return switch (slots.doer()) {
            case I, DROPPED, IMPERATIVE -> me;
            case YOU -> draft.act() == Act.REASSIGNMENT ? asked(draft, scene) : me;
            case WE, SOMEONE -> named(draft, scene, new Doer.Nobody());
            case TEAM -> new Doer.Team(slots.name() == null ? "team" : slots.name());
            case NAMED -> person(draft, slots.name(), scene);
            case THIRD -> new Doer.Nobody();
            case THING -> mine(draft) ? me : named(draft, scene, new Doer.Nobody());
            case NONE ->
                    draft.act() == Act.PROMISE || draft.act() == Act.ACCEPTANCE
                            ? me
                            : new Doer.Nobody();
        };
    }

    private static Doer person(Draft draft, @Nullable String name, Scene scene) {
        Party mentioned = mentioned(draft, scene);
        if (mentioned != null) {
            return new Doer.Person(mentioned);
        }
        return name == null ? new Doer.Nobody() : new Doer.Person(scene.people().resolve(name));
    }

    /** By the source's own mark-up, at the head of the clause. */
    private static @Nullable Party mentioned(Draft draft, Scene scene) {
        for (Named named : scene.signal().named()) {
            if (named.start() >= draft.start() && named.start() <= draft.start() + 12) {
                return named.party();
            }
        }
        return null;
    }

    /**
     * “That one's with Priya”, “Dan on point”: a known person anywhere in a clause whose subject is
     * a thing.
     */
    private static Doer named(Draft draft, Scene scene, Doer otherwise) {
        List<Token> tokens = draft.unit().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean carried = i > 0 && tokens.get(i - 1).lower().matches("with|by|on|:|to");
            if (carried
                    && scene.people().knows(tokens.get(i).lower())
                    && !tokens.get(i - 1).lower().equals("to")) {
                return new Doer.Person(scene.people().resolve(tokens.get(i).text()));
            }
        }
        return otherwise;
    }

    private static boolean mine(Draft draft) {
        return draft.unit().tokens().stream().anyMatch(t -> MINE.contains(t.lower()));
    }

    /** A request names whom it asks, or the only one who hears it, or nobody in particular. */
    private static Doer asked(Draft draft, Scene scene) {
        for (Token token : draft.unit().tokens()) {
            Party found = scene.people().find(token.lower());
            if (found != null && !found.isSamePersonAs(scene.signal().author())) {
                return new Doer.Person(found);
            }
        }
        Party mentioned = mentioned(draft, scene);
        if (mentioned != null) {
            return new Doer.Person(mentioned);
        }
        boolean anyone = draft.unit().slots().doer() == DoerKind.SOMEONE;
        List<Party> hearers = scene.signal().audience();
        return hearers.size() == 1 && !anyone ? new Doer.Person(hearers.get(0)) : new Doer.Nobody();
    }
}
