package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;

/** A thing is the subject: what happens to it says what somebody does. */
final class ThingTitle {
    private final Draft draft;
    private final Scene scene;
    private final Slots slots;
    private final List<Token> tokens;
    private final Wording wording;
    private final ClauseShape shape;
    private final ObjectTitle objects;
    private final int start;

    ThingTitle(Draft draft, Scene scene, Wording wording, ClauseShape shape, int start) {
        this.draft = draft;
        this.scene = scene;
        this.slots = draft.unit().slots();
        this.tokens = draft.unit().tokens();
        this.wording = wording;
        this.shape = shape;
        this.objects = new ObjectTitle(draft, scene, wording);
        this.start = start;
    }

    /** The title where the thing's verb stands here. */
    String title(int main) {
        int at = shape.happening(main);
        int subject = Math.max(start, slots.subject() < 0 ? start : Math.min(slots.subject(), at));
        int end = shape.groupEnd(subject, at);
        if (end == subject) {
            return objects.object(TitleVerb.base(lower(at)), at + 1);
        }
        if (lower(at - 1).equals("there") && TitleVerb.base(lower(at)).equals("be")) {
            return wording.title("have", null, at + 1, tokens.size());
        }
        String thing =
                shape.isPronoun(subject, end)
                        ? Antecedent.of(draft, scene)
                        : wording.phrase(subject, end);
        boolean gets =
                Words.in(lower(at), "get|gets|getting")
                        && at + 1 < tokens.size()
                        && tokens.get(at + 1).tag().equals("VERB");
        if (gets) {
            return objects.done(at + 1, thing);
        }
        if (isOurs(at)) {
            return thing == null
                    ? wording.title("do", null, subject, end)
                    : Wording.ended("do " + thing);
        }
        if (slots.passive() && at == slots.verbAt()) {
            return objects.done(at, thing);
        }
        String verb = TitleVerb.base(lower(at));
        return thing == null
                ? wording.title(verb, null, at + 1, tokens.size())
                : title(verb, thing, at + 1);
    }

    /** “is on us”, “is mine”, “sits with Femi”. */
    private boolean isOurs(int at) {
        String verb = TitleVerb.base(lower(at));
        boolean with =
                lower(at + 1).equals("with")
                        && Words.in(verb, "be|sit|stay|lie")
                        && !wording.isSent(at);
        boolean upon =
                Words.in(lower(at + 1), "on|with|down")
                        && TitleWords.SPEAKER.contains(lower(at + 2));
        return with || verb.equals("be") && (upon || Words.in(lower(at + 1), "mine|ours"));
    }

    private String title(String verb, String thing, int from) {
        boolean be = verb.equals("be");
        if (TitleWords.STAY.contains(verb)) {
            return wording.title("keep", thing, from, tokens.size());
        }
        if (wording.isSent(from - 1) || TitleWords.ARRIVE.contains(verb)) {
            return Wording.ended("send " + thing + tail(from));
        }
        if (TitleWords.DO_OR_HAPPEN.contains(verb)) {
            return wording.title(verb, thing, from, tokens.size());
        }
        if (Words.in(verb, "exist|happen|occur") || be && lower(from).equals("done")) {
            return Wording.ended("do " + thing);
        }
        return be ? wording.title("have", thing, from, tokens.size()) : objects.object(verb, from);
    }

    private String tail(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).text().equals(",")) {
                String tail = wording.phrase(from, tokens.size());
                int comma = tail.indexOf(", ");
                return comma < 0 ? "" : tail.substring(comma);
            }
        }
        return "";
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
