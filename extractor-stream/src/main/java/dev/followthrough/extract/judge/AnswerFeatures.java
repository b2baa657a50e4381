package dev.followthrough.extract.judge;

import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.text.Token;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the regression of acceptances sees of a clause that may answer, as names ({@code a/}): the
 * same in all its pairs. Unlike {@link Features} they tell where in its text the clause stands: an
 * answer comes first.
 */
final class AnswerFeatures {
    /** A longer word is a link, an id or a slip. */
    private static final int LONGEST = 24;

    private AnswerFeatures() {}

    /** Features of the unit at {@code index}, some of them more than once. */
    static void put(List<Unit> units, int index, FeatureSink f) {
        Unit unit = units.get(index);
        f.put("a/bias").end();
        rules(unit, f);
        slots(unit, f);
        place(units, index, f);
        words(unit, f);
    }

    private static void rules(Unit unit, FeatureSink f) {
        Set<Act> acts = new HashSet<>();
        for (Rule rule : unit.rules()) {
            f.put("a/r=").put(rule.id()).end();
            if (acts.add(rule.act())) {
                f.put("a/act=").put(rule.act()).end();
            }
            if (rule.confidence() >= 0.5 && rule.act() != Act.LOOKALIKE) {
                f.put("a/sure=").put(rule.act()).end();
            }
        }
    }

    private static void slots(Unit unit, FeatureSink f) {
        Slots s = unit.slots();
        String frame = s.doer() + "/" + s.tense();
        f.put("a/doer=").put(s.doer()).end();
        f.put("a/tense=").put(s.tense()).end();
        f.put("a/frame=").put(frame).end();
        f.put("a/frame=").put(frame).put(unit.is(Flag.TIME) ? "/time" : "/").end();
        f.put("a/frame=").put(frame).put(unit.is(Flag.TO_HEARER) ? "/hearer" : "/").end();
        f.put("a/verb=").put(s.verb()).end();
        f.put("a/fv=").put(frame).put("/").put(s.verb()).end();
        if (s.modal() != null) {
            f.put("a/modal=").put(s.modal()).put("/").put(s.doer()).end();
        }
        for (Flag flag : unit.flags()) {
            f.put("a/f=").put(flag).end();
            f.put("a/f=").put(flag).put("/").put(s.doer()).end();
            f.put("a/f=").put(flag).put("/").put(s.tense()).end();
        }
    }

    private static void place(List<Unit> units, int index, FeatureSink f) {
        Unit unit = units.get(index);
        f.put("a/len=").put(Math.min(8, unit.tokens().size() / 3)).end();
        f.put("a/sentence=").put(Math.min(4, unit.clause().sentence())).end();
        f.put("a/units=").put(Math.min(5, units.size())).end();
        f.put("a/at=").put(Math.min(3, index)).put("/").put(Math.min(4, units.size())).end();
        if (index > 0) {
            Unit before = units.get(index - 1);
            f.put("a/before=")
                    .put(before.slots().doer())
                    .put("/")
                    .put(before.slots().tense())
                    .end();
            f.put("a/beforeq=").put(before.is(Flag.QUESTION)).end();
            for (Rule rule : before.rules()) {
                f.put("a/b=").put(rule.act()).end();
            }
        }
        if (index + 1 < units.size()) {
            Unit after = units.get(index + 1);
            f.put("a/after=").put(after.slots().doer()).put("/").put(after.slots().tense()).end();
            for (Rule rule : after.rules()) {
                f.put("a/n=").put(rule.act()).end();
            }
        }
    }

    private static void words(Unit unit, FeatureSink f) {
        List<Token> tokens = unit.tokens();
        String w1 = "^";
        String w2 = "^";
        for (int i = 0; i <= tokens.size(); i++) {
            String w = i < tokens.size() ? word(tokens.get(i)) : "$";
            if (i < tokens.size()) {
                f.put("a/w=").put(w).end();
            }
            f.put("a/w2=").put(w1).put(" ").put(w).end();
            f.put("a/w3=").put(w2).put(" ").put(w1).put(" ").put(w).end();
            w2 = w1;
            w1 = w;
        }
        f.put("a/h=").put(head(unit)).end();
    }

    /** The first word of its main clause. */
    static String head(Unit unit) {
        return word(unit.tokens().get(Math.min(unit.slots().head(), unit.tokens().size() - 1)));
    }

    private static String word(Token token) {
        String lemma = token.lemma();
        if (Character.isDigit(lemma.charAt(0))) {
            return "0";
        }
        return token.tag().equals("PROPN") ? "Name" : lemma.length() > LONGEST ? "long" : lemma;
    }
}
