package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Named;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who is bound, asked or reported: from the subject, a name or a pronoun; nobody where grammar
 * names nobody.
 */
final class NameDoer implements Refiner {
    /** A label ends within so many words. */
    private static final int LABEL = 4;

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
        Party labelled = labelled(draft, scene);
        if (labelled != null) {
            return new Doer.Person(labelled);
        }
        return switch (slots.doer()) {
            case I, DROPPED, IMPERATIVE -> me;
            case YOU -> draft.act() == Act.REASSIGNMENT ? asked(draft, scene) : me;
            case WE, SOMEONE -> named(draft, scene, new Doer.Nobody());
            case TEAM -> new Doer.Team(slots.name() == null ? "team" : slots.name());
            case NAMED ->
                    isThing(slots.name(), scene)
                            ? ofThing(draft, scene, me)
                            : person(draft, slots.name(), scene);
            case THIRD -> spokenOf(draft, scene);
            case THING -> ofThing(draft, scene, me);
            case NONE ->
                    draft.act() == Act.PROMISE || draft.act() == Act.ACCEPTANCE
                            ? me
                            : new Doer.Nobody();
        };
    }

    /**
     * What is taken on is taken on by the one who answers, and what comes to the hearer is sent by
     * its author (12 against 3 in talk). Elsewhere a thing binds its author only where the words
     * say so.
     */
    private static Doer ofThing(Draft draft, Scene scene, Doer me) {
        boolean sent = draft.act() == Act.PROMISE && new Wording(draft, scene).isSent(0);
        Doer otherwise = sent || draft.act() == Act.ACCEPTANCE ? me : new Doer.Nobody();
        return mine(draft) ? me : named(draft, scene, otherwise);
    }

    /** “Rope 5”, “Pump hose”, “Written plan”: a capital at the head of a sentence is no name. */
    private static boolean isThing(@Nullable String name, Scene scene) {
        if (name == null || !name.contains(" ")) {
            return false;
        }
        String[] words = name.split(" ");
        boolean known = scene.people().knows(words[0].toLowerCase(Locale.ROOT));
        return !known && !Character.isUpperCase(words[words.length - 1].charAt(0));
    }

    /** “Wes: customer RCA”: a known person at the head of a note. */
    private static @Nullable Party labelled(Draft draft, Scene scene) {
        List<Token> tokens = draft.unit().tokens();
        for (int i = 1; i < Math.min(LABEL, tokens.size()); i++) {
            if (tokens.get(i).text().equals(":")) {
                return scene.people().find(tokens.get(i - 1).lower());
            }
        }
        return null;
    }

    /** He or she: the one person that the words before speak of, if they speak of one only. */
    private static Doer spokenOf(Draft draft, Scene scene) {
        Set<Party> found = new LinkedHashSet<>();
        for (Unit unit : scene.units()) {
            for (Token token : unit.tokens()) {
                Party party = scene.people().find(token.lower());
                boolean other = party != null && !party.isSamePersonAs(scene.signal().author());
                if (party != null && other && token.start() < draft.end()) {
                    found.add(party);
                }
            }
        }
        return found.size() == 1 ? new Doer.Person(found.iterator().next()) : new Doer.Nobody();
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
