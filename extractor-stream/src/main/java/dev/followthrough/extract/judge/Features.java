package dev.followthrough.extract.judge;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.text.Token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the regression sees of a unit, as names. Rules and slots transfer between companies, words
 * less so; both are needed. Where in a text a unit stands is left out on purpose: it differs
 * between kinds of text and was the heaviest of weights. The names are the model's contract:
 * changing them means training again.
 */
public final class Features {
    private static final Set<String> CLOSED =
            Set.of("AUX", "PRON", "ADP", "DET", "PART", "SCONJ", "CCONJ", "INTJ", "ADV");

    /** A longer word is a link, an id or a slip: the regression learns nothing from it. */
    private static final int LONGEST = 24;

    private Features() {}

    /**
     * Features of the unit at {@code index}, each once; its neighbours in the same text lend a few
     * of theirs.
     */
    public static List<String> of(List<Unit> units, int index, Past past) {
        Unit unit = units.get(index);
        List<String> f = new ArrayList<>(256);
        f.add("bias");
        rules(unit, f);
        slots(unit, f);
        place(units, index, f);
        words(unit, f);
        past(unit, past, f);
        return List.copyOf(new LinkedHashSet<>(f));
    }

    private static void rules(Unit unit, List<String> f) {
        Set<Act> acts = new HashSet<>();
        for (Rule rule : unit.rules()) {
            f.add("r=" + rule.id());
            if (acts.add(rule.act())) {
                f.add("act=" + rule.act());
            }
            if (rule.confidence() >= 0.5 && rule.act() != Act.LOOKALIKE) {
                f.add("sure=" + rule.act());
            }
        }
        if (acts.isEmpty()) {
            f.add("act=none");
        }
    }

    private static void slots(Unit unit, List<String> f) {
        Slots s = unit.slots();
        String frame = s.doer() + "/" + s.tense();
        String time = unit.is(Flag.TIME) ? "/time" : "";
        f.add("doer=" + s.doer());
        f.add("tense=" + s.tense());
        f.add("frame=" + frame);
        f.add("frame=" + frame + time);
        f.add("frame=" + frame + (unit.is(Flag.TO_HEARER) ? "/hearer" : "") + time);
        f.add("verb=" + s.verb());
        f.add("dv=" + s.doer() + "/" + s.verb());
        f.add("tv=" + s.tense() + "/" + s.verb());
        f.add("fv=" + frame + "/" + s.verb());
        if (s.passive()) {
            f.add("passive/" + s.tense());
        }
        if (s.modal() != null) {
            f.add("modal=" + s.modal() + "/" + s.doer());
        }
        for (Flag flag : unit.flags()) {
            f.add("f=" + flag);
            f.add("f=" + flag + "/" + s.doer());
            f.add("f=" + flag + "/" + s.tense());
        }
    }

    private static void place(List<Unit> units, int index, List<String> f) {
        Unit unit = units.get(index);
        f.add("len=" + Math.min(8, unit.tokens().size() / 3));
        if (index > 0) {
            Unit before = units.get(index - 1);
            f.add("before=" + before.slots().doer() + "/" + before.slots().tense());
            f.add("beforeq=" + before.is(Flag.QUESTION) + "/" + unit.is(Flag.QUESTION));
            boolean same = before.clause().sentence() == unit.clause().sentence();
            for (Rule rule : before.rules()) {
                f.add("b" + same + "=" + rule.act());
            }
        }
        if (index + 1 < units.size()) {
            Unit after = units.get(index + 1);
            f.add("after=" + after.slots().doer() + "/" + after.slots().tense());
        }
    }

    private static void words(Unit unit, List<String> f) {
        List<Token> tokens = unit.tokens();
        String w1 = "^";
        String w2 = "^";
        String m1 = "^";
        String m2 = "^";
        String m3 = "^";
        for (int i = 0; i <= tokens.size(); i++) {
            Token token = i < tokens.size() ? tokens.get(i) : null;
            String w = token == null ? "$" : norm(token);
            String m =
                    token == null
                            ? "$"
                            : CLOSED.contains(token.tag()) ? token.lower() : token.tag();
            if (token != null) {
                f.add("w=" + w);
            }
            f.add("w2=" + w1 + " " + w);
            f.add("w3=" + w2 + " " + w1 + " " + w);
            f.add("m2=" + m1 + " " + m);
            f.add("m3=" + m2 + " " + m1 + " " + m);
            f.add("m4=" + m3 + " " + m2 + " " + m1 + " " + m);
            w2 = w1;
            w1 = w;
            m3 = m2;
            m2 = m1;
            m1 = m;
        }
        int head = Math.min(unit.slots().head(), tokens.size() - 1);
        f.add("h=" + norm(tokens.get(head)));
        f.add(
                "h2="
                        + norm(tokens.get(head))
                        + " "
                        + (head + 1 < tokens.size() ? norm(tokens.get(head + 1)) : "$"));
    }

    private static String norm(Token token) {
        String lower = token.lemma();
        if (Character.isDigit(lower.charAt(0))) {
            return "0";
        }
        return token.tag().equals("PROPN") ? "Name" : lower.length() > LONGEST ? "long" : lower;
    }

    private static void past(Unit unit, Past past, List<String> f) {
        String answer =
                norm(unit.tokens().get(Math.min(unit.slots().head(), unit.tokens().size() - 1)));
        boolean early = unit.clause().sentence() <= 1;
        for (Past.Turn turn : past.turns()) {
            if (turn.distance() <= 1 && !turn.byMe()) {
                f.add("past/question=" + turn.question() + "/" + early);
                for (Candidate.Request request : turn.requests()) {
                    f.add("past/asked/" + early);
                    f.add("past/asked/" + answer);
                    f.add("past/asked/" + unit.slots().doer() + "/" + unit.slots().tense());
                    f.add("past/asked/rule=" + request.evidence().rule());
                    f.add("past/asked/due=" + (request.due() != null) + "/" + unit.is(Flag.TIME));
                    f.add("past/shared=" + Math.min(2, shared(unit, request.matter())) + "/asked");
                }
            }
            for (Candidate.Follow promise : turn.promises()) {
                int shared = Math.min(2, shared(unit, promise.matter()));
                if (shared > 0) {
                    f.add("past/promised=" + shared + "/" + turn.byMe());
                    f.add("past/promised=" + shared + "/" + unit.slots().tense());
                    f.add("past/promised/" + unit.is(Flag.TIME));
                }
            }
        }
    }

    private static int shared(Unit unit, List<String> matter) {
        int n = 0;
        for (Token token : unit.tokens()) {
            n += matter.contains(token.lemma().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return n;
    }
}
