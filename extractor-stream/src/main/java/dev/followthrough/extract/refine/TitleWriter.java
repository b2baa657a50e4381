package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;
import java.util.Set;

/**
 * Writes the short infinitive a person would write (“send the SOC 2 report”) from the words of one
 * draft. Adds no word but send, do, have, keep and be, where the clause has no verb of its own that
 * would do.
 */
final class TitleWriter {
    private static final Set<DoerKind> NO_ACTORS =
            Set.of(DoerKind.YOU, DoerKind.THING, DoerKind.NONE);

    /** What is given as a pledge is no thing to send. */
    private static final String WORD = "word|promise|guarantee|assurance";

    private final Draft draft;
    private final Scene scene;
    private final Slots slots;
    private final List<Token> tokens;
    private final Wording wording;
    private final ClauseHead head;
    private final ClauseShape shape;
    private final ObjectTitle objects;
    private final ThingTitle things;
    private final int start;

    TitleWriter(Draft draft, Scene scene) {
        this.draft = draft;
        this.scene = scene;
        this.slots = draft.unit().slots();
        this.tokens = draft.unit().tokens();
        this.wording = new Wording(draft, scene);
        this.head = new ClauseHead(draft, scene, wording);
        this.start = head.start();
        this.shape = new ClauseShape(draft, scene, wording, head);
        this.objects = new ObjectTitle(draft, scene, wording);
        this.things = new ThingTitle(draft, scene, wording, shape, start);
    }

    /** Never blank: where nothing else is left, the clause as it stands. */
    String title() {
        String title = draft.act() == Act.REQUEST ? request() : promise();
        String worded = title.contains(" ") ? title : whole(title);
        return worded.isBlank()
                ? Wording.ended(scene.signal().text().substring(draft.start(), draft.end()).strip())
                : worded;
    }

    /**
     * Nothing, or nothing but a verb: what was spoken of says more, or else the clause's own words.
     */
    private String whole(String title) {
        String verb = title.isBlank() ? "do" : title;
        boolean light = Words.in(verb, "do|send|be|have|get|give");
        String thing = light ? Antecedent.of(draft, scene) : null;
        if (thing != null) {
            return Wording.ended((verb.equals("be") ? "do" : verb) + " " + thing);
        }
        if (!title.isBlank() && !light) {
            return title;
        }
        String phrase = Wording.ended(wording.phrase(start, tokens.size()));
        boolean spoken = Words.in(lower(start), "i|we") && !title.isBlank();
        return spoken ? title + " it" : phrase;
    }

    private String request() {
        int at = TitleVerb.asked(tokens, slots.verbAt());
        if (at < 0) {
            int from = head.pastAsking();
            return wording.title(verbless(from), null, from, tokens.size());
        }
        String verb = TitleVerb.base(lower(at));
        boolean mine = slots.doer() == DoerKind.I || slots.doer() == DoerKind.WE;
        boolean needs = Words.in(verb, "need|want|like|love|appreciate|see|expect|require");
        boolean gets = mine && Words.in(verb, "have|get|see|receive");
        if (at > 0 && (needs || gets)) {
            return objects.object("send", at + 1);
        }
        boolean sent = Words.in(verb, "have|get") && wording.isSent(at + 1);
        return objects.object(sent ? "send" : verb, at + 1);
    }

    private String promise() {
        int in = shape.countedIn();
        if (in > 0) {
            return wording.title("be", null, in, tokens.size());
        }
        boolean note = slots.verbAt() < 0 || slots.doer() == DoerKind.DROPPED;
        int noted = note ? new NotedDoer(draft, scene).verbAt() : -1;
        if (noted > 0) {
            return objects.object(TitleVerb.base(lower(noted)), noted + 1);
        }
        int at = shape.mainVerb();
        if (at < 0 || shape.isParticipleOfThing(at)) {
            return withoutVerb();
        }
        int finite = at == start && lower(at).endsWith("ed") ? shape.finite() : -1;
        if (finite > 0) {
            return things.title(finite);
        }
        if (shape.isReduced(at)) {
            return objects.done(at, wording.phrase(start, at));
        }
        if (shape.isSentNoun(at)) {
            return wording.title("send", null, at, tokens.size());
        }
        boolean acted =
                slots.passive()
                        && (slots.doer() == DoerKind.NAMED || slots.doer() == DoerKind.TEAM);
        return (slots.doer() == DoerKind.THING || acted) && at > start
                ? things.title(at)
                : act(at, TitleVerb.base(lower(at)));
    }

    private String withoutVerb() {
        int happens = shape.happening(tokens.size());
        if (happens < tokens.size() && head.names(start, happens)) {
            return things.title(happens);
        }
        int from = head.segment();
        return wording.title(verbless(from), null, from, tokens.size());
    }

    /** Somebody does something. */
    private String act(int at, String verb) {
        if (verb.equals("consider") && tokens.size() > at + 2) {
            return considered(at);
        }
        if (verb.equals("owe")) {
            return objects.object("send", at + 1);
        }
        boolean word = Words.in(lower(at + 1), "my|our") && Words.in(lower(at + 2), WORD);
        if (slots.doer() == DoerKind.YOU && word) {
            return "";
        }
        boolean negated = shape.negated(at);
        if (slots.doer() == DoerKind.YOU && TitleWords.RECEIVE.contains(verb) && !negated) {
            return objects.object("send", Words.in(lower(at + 1), "is|be|'s") ? at + 2 : at + 1);
        }
        if (slots.doer() == DoerKind.YOU && verb.equals("hear") && shape.with(at) > 0) {
            return objects.object("send", shape.with(at) + 1);
        }
        boolean got =
                verb.equals("get")
                        && TitleWords.HEARER.contains(lower(at + 1))
                        && wording.isDropped(at + 1);
        boolean back = lower(at + 1).equals("back");
        boolean sent = !back && Words.in(verb, "have|get|see|put") && wording.isSent(at + 1);
        if ((got || sent) && !NO_ACTORS.contains(slots.doer())) {
            return objects.object("send", at + 1);
        }
        String said = (negated ? "not " : "") + verb;
        int fronted = shape.fronted(at);
        return fronted < 0
                ? objects.object(said, at + 1)
                : wording.title(
                        said,
                        wording.phrase(start, fronted),
                        shape.pastFront(at + 1),
                        tokens.size());
    }

    /** “Consider it done”, “consider the lot cleared”. */
    private String considered(int at) {
        int done = at + 2;
        while (done < tokens.size() - 1 && !tokens.get(done).tag().equals("VERB")) {
            done++;
        }
        String verb = TitleVerb.base(lower(done));
        String said = Words.in(verb, "do|sort|handle") ? "do" : verb;
        return done == at + 2
                ? objects.object(said, at + 1)
                : wording.title(said, wording.phrase(at + 1, done), done + 1, tokens.size());
    }

    /** “SOW to you Thursday” is sent; any other thing is done. */
    private String verbless(int from) {
        if (TitleVerb.isBase(tokens, from)
                && from + 1 < tokens.size()
                && TitleWords.DETERMINERS.contains(lower(from + 1))) {
            return "";
        }
        return wording.isSent(0) || wording.isFromSpeaker(0) ? "send" : "do";
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
