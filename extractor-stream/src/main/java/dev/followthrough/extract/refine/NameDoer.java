package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Named;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Tense;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Who is bound, asked or reported: from the subject, a name or a pronoun; nobody where grammar
 * names nobody.
 */
final class NameDoer implements Refiner {
    /** A label ends within so many words. */
    private static final int LABEL = 4;

    /** “It”, “that” stand so near to where their clause begins, and clauses to one another. */
    private static final int REFERRING = 6;

    private static final Set<String> MINE = Set.of("my", "mine", "me", "myself", "i");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            refined.add(
                    switch (draft.act()) {
                        // Facts: nobody does them.
                        case SCOPE, CONTEXT, MILESTONE, LOOKALIKE -> draft;
                        case REQUEST -> draft.by(asked(draft, scene));
                        case PROMISE,
                                ACCEPTANCE,
                                FULFILMENT,
                                RESCHEDULING,
                                REASSIGNMENT,
                                WITHDRAWAL ->
                                draft.by(doer(draft, scene));
                    });
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
        if (draft.act() == Act.REASSIGNMENT && spoken(draft, scene) != null) {
            return new Doer.Person(Objects.requireNonNull(spoken(draft, scene)));
        }
        if (Assurance.isOath(draft, scene)) {
            return me;
        }
        Doer worded = worded(draft, scene);
        if (worded != null) {
            return worded instanceof Doer.Team && Assurance.isGiven(draft, scene) ? me : worded;
        }
        Party carried = carried(draft, scene);
        if (carried != null) {
            return new Doer.Person(carried);
        }
        return switch (behindCondition(draft, scene)) {
            case I, DROPPED, IMPERATIVE -> me;
            case YOU ->
                    draft.act() == Act.REASSIGNMENT
                            ? asked(draft, scene)
                            : Objects.requireNonNullElse(new Giver(draft, scene).find(), me);
            case WE ->
                    named(draft, scene, Assurance.isGiven(draft, scene) ? me : new Doer.Nobody());
            case SOMEONE -> named(draft, scene, new Doer.Nobody());
            case TEAM -> new DoerWords(draft, scene).team();
            case NAMED ->
                    new DoerWords(draft, scene).isSomeoneNoted()
                            ? new Doer.Nobody()
                            : isOrder(draft, scene)
                                    ? me
                                    : isThing(slots.name(), scene)
                                            ? ofThing(draft, scene, me)
                                            : person(draft, slots.name(), scene);
            case THIRD -> SpokenOf.doer(draft, scene);
            case THING -> ofThing(draft, scene, me);
            case NONE ->
                    draft.act() == Act.PROMISE || draft.act() == Act.ACCEPTANCE
                            ? me
                            : new Doer.Nobody();
        };
    }

    /** “Unless you object we will start”: who does it is not who the condition is about. */
    private static DoerKind behindCondition(Draft draft, Scene scene) {
        Slots slots = draft.unit().slots();
        List<Token> tokens = draft.unit().tokens();
        String condition = draft.condition();
        if (condition == null || slots.subject() < 0) {
            return slots.doer();
        }
        int from = scene.signal().text().indexOf(condition, tokens.get(0).start());
        int subject = tokens.get(slots.subject()).start();
        if (from < 0 || subject < from || subject >= from + condition.length()) {
            return slots.doer();
        }
        for (Token token : tokens) {
            boolean behind = token.start() >= from + condition.length();
            if (behind && token.isWord() && !token.lower().equals("then")) {
                return switch (token.lower()) {
                    case "i" -> DoerKind.I;
                    case "we" -> DoerKind.WE;
                    default -> slots.doer();
                };
            }
        }
        return slots.doer();
    }

    /** By its words, where the subject is no pronoun and nobody by name. */
    private static @Nullable Doer worded(Draft draft, Scene scene) {
        DoerWords words = new DoerWords(draft, scene);
        return switch (draft.unit().slots().doer()) {
            case I, YOU, WE, THIRD, NAMED -> null;
            case IMPERATIVE, DROPPED, THING, NONE, TEAM, SOMEONE -> {
                Doer known = words.isSomeone() ? new Doer.Nobody() : words.known();
                DoerKind kind = draft.unit().slots().doer();
                if (known == null && (kind == DoerKind.NONE || kind == DoerKind.DROPPED)) {
                    known = new NotedDoer(draft, scene).find();
                }
                Doer group = known == null ? words.group() : known;
                yield group == null && draft.unit().slots().doer() != DoerKind.TEAM
                        ? words.agent()
                        : group;
            }
        };
    }

    /**
     * “Gus is putting it together, and it should be with you”: what comes to the hearer comes from
     * the colleague who was just said to have it.
     */
    private static @Nullable Party carried(Draft draft, Scene scene) {
        int at = scene.indexOf(draft.unit());
        DoerKind kind = draft.unit().slots().doer();
        boolean same =
                (kind == DoerKind.YOU || kind == DoerKind.THING)
                        && draft.unit().tokens().stream()
                                .limit(REFERRING)
                                .anyMatch(t -> Words.in(t.lower(), "it|that|them|those"));
        if (at < 1 || !same || draft.act() == Act.REASSIGNMENT) {
            return null;
        }
        Unit before = scene.units().get(at - 1);
        boolean next = draft.start() - before.clause().end() <= REFERRING;
        boolean now =
                before.slots().tense() != Tense.PAST && before.slots().tense() != Tense.PERFECT;
        Doer doer =
                next && now
                        ? new DoerWords(Draft.of(before, draft.verdict()), scene).holder()
                        : null;
        return doer instanceof Doer.Person person ? person.party() : null;
    }

    /** “Order robot number 25”: a verb with a capital before its thing is no name. */
    private static boolean isOrder(Draft draft, Scene scene) {
        List<Token> tokens = draft.unit().tokens();
        int head = Math.max(0, draft.unit().slots().head());
        return head + 1 < tokens.size()
                && TextReader.isVerbBase(tokens.get(head).lower())
                && !scene.people().knows(tokens.get(head).lower())
                && Words.in(tokens.get(head + 1).tag(), "NOUN|DET|VERB")
                && !TextReader.isVerbForm(tokens.get(head + 1).lower());
    }

    /** Whom the source's mark-up names in a hand-over, wherever it stands. */
    private static @Nullable Party spoken(Draft draft, Scene scene) {
        for (Named named : scene.signal().named()) {
            if (named.start() >= draft.start()
                    && named.start() < draft.end()
                    && !named.party().isSamePersonAs(scene.signal().author())) {
                return named.party();
            }
        }
        return null;
    }

    /**
     * What is taken on is taken on by the one who answers, and what comes to the hearer is sent by
     * its author (12 against 3 in talk). Elsewhere a thing binds its author only where the words
     * say so.
     */
    private static Doer ofThing(Draft draft, Scene scene, Doer me) {
        boolean sent =
                draft.act() == Act.PROMISE
                        && (new Wording(draft, scene).isSent(0) || Assurance.isGiven(draft, scene));
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

    private static Doer person(Draft draft, @Nullable String name, Scene scene) {
        Party mentioned = mentioned(draft, scene);
        if (mentioned != null) {
            return new Doer.Person(mentioned);
        }
        if (name == null) {
            return new Doer.Nobody();
        }
        String first = name.split(" ", 2)[0];
        boolean second = scene.people().find(name) == null && scene.people().find(first) != null;
        return new Doer.Person(scene.people().resolve(second ? first : name));
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
            boolean carried = i > 0 && Words.in(tokens.get(i - 1).lower(), "with|by|on|:|to");
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
