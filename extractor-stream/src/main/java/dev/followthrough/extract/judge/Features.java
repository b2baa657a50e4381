package dev.followthrough.extract.judge;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
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

    private static final Piece START = Piece.of("^");
    private static final Piece END = Piece.of("$");
    private static final Piece SPACE = Piece.of(" ");
    private static final Piece SLASH = Piece.of("/");
    private static final Piece FRAME = Piece.of("frame=");
    private static final Piece FLAG = Piece.of("f=");
    private static final Piece W = Piece.of("w=");
    private static final Piece W2 = Piece.of("w2=");
    private static final Piece W3 = Piece.of("w3=");
    private static final Piece M2 = Piece.of("m2=");
    private static final Piece M3 = Piece.of("m3=");
    private static final Piece M4 = Piece.of("m4=");

    /** A longer word is a link, an id or a slip: the regression learns nothing from it. */
    private static final int LONGEST = 24;

    /** Two readings of one day may differ by so much: “on Friday”, “Friday morning”. */
    private static final Duration DAY = Duration.ofDays(1);

    /** Tokens of an answer that says no more than that it is one. */
    private static final int SHORT = 4;

    private Features() {}

    /**
     * Features of the unit at {@code index}, each once; its neighbours in the same text lend a few
     * of theirs.
     */
    public static List<String> of(List<Unit> units, int index, Past past) {
        FeatureNames names = new FeatureNames();
        put(units, index, past, names);
        return names.names();
    }

    /** The same into a sink, which sees some of them more than once. */
    static void put(List<Unit> units, int index, Past past, FeatureSink f) {
        Unit unit = units.get(index);
        f.put("bias").end();
        rules(unit, f);
        slots(unit, f);
        place(units, index, f);
        words(unit, f);
        past(unit, past, f);
        alone(units, unit, f);
    }

    /** A turn of one short clause is an answer, or nothing. */
    private static void alone(List<Unit> units, Unit unit, FeatureSink f) {
        if (units.size() == 1 && unit.tokens().size() <= SHORT) {
            f.put("alone/asked=").put(unit.is(Flag.ASKED)).end();
            f.put("alone/questioned=").put(unit.is(Flag.QUESTIONED)).end();
            f.put("alone/w=").put(norm(unit.tokens().get(0))).end();
        }
    }

    private static void rules(Unit unit, FeatureSink f) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        for (Rule rule : unit.rules()) {
            f.put("r=").put(rule.id()).end();
            if (acts.add(rule.act())) {
                f.put("act=").put(rule.act()).end();
            }
            if (rule.confidence() >= 0.5 && rule.act() != Act.LOOKALIKE) {
                f.put("sure=").put(rule.act()).end();
            }
        }
        if (acts.isEmpty()) {
            f.put("act=none").end();
        }
    }

    private static void slots(Unit unit, FeatureSink f) {
        Slots s = unit.slots();
        Piece doer = Piece.of(s.doer().name());
        Piece tense = Piece.of(s.tense().name());
        Piece frame = Piece.of(s.doer() + "/" + s.tense());
        Piece verb = Piece.of(s.verb());
        String time = unit.is(Flag.TIME) ? "/time" : "";
        f.put("doer=").put(doer).end();
        f.put("tense=").put(tense).end();
        f.put(FRAME).put(frame).end();
        f.put(FRAME).put(frame).put(time).end();
        f.put(FRAME).put(frame).put(unit.is(Flag.TO_HEARER) ? "/hearer" : "").put(time).end();
        f.put("verb=").put(verb).end();
        f.put("dv=").put(doer).put(SLASH).put(verb).end();
        f.put("tv=").put(tense).put(SLASH).put(verb).end();
        f.put("fv=").put(frame).put(SLASH).put(verb).end();
        if (unit.times().size() > 1) {
            f.put("times=many").end();
            f.put("times=many/").put(unit.is(Flag.NEGATED)).end();
        }
        if (s.passive()) {
            f.put("passive/").put(tense).end();
        }
        if (s.modal() != null) {
            f.put("modal=").put(s.modal()).put(SLASH).put(doer).end();
        }
        for (Flag flag : unit.flags()) {
            Piece mark = Piece.of(flag.name());
            f.put(FLAG).put(mark).end();
            f.put(FLAG).put(mark).put(SLASH).put(doer).end();
            f.put(FLAG).put(mark).put(SLASH).put(tense).end();
        }
    }

    private static void place(List<Unit> units, int index, FeatureSink f) {
        Unit unit = units.get(index);
        f.put("len=").put(Math.min(8, unit.tokens().size() / 3)).end();
        if (index > 0) {
            Unit before = units.get(index - 1);
            f.put("before=").put(before.slots().doer()).put("/").put(before.slots().tense()).end();
            f.put("beforeq=")
                    .put(before.is(Flag.QUESTION))
                    .put("/")
                    .put(unit.is(Flag.QUESTION))
                    .end();
            boolean same = before.clause().sentence() == unit.clause().sentence();
            for (Rule rule : before.rules()) {
                f.put("b").put(same).put("=").put(rule.act()).end();
            }
        }
        if (index + 1 < units.size()) {
            Unit after = units.get(index + 1);
            f.put("after=").put(after.slots().doer()).put("/").put(after.slots().tense()).end();
        }
    }

    private static void words(Unit unit, FeatureSink f) {
        List<Token> tokens = unit.tokens();
        Piece w1 = START;
        Piece w2 = START;
        Piece m1 = START;
        Piece m2 = START;
        Piece m3 = START;
        for (int i = 0; i <= tokens.size(); i++) {
            Token token = i < tokens.size() ? tokens.get(i) : null;
            Piece w = token == null ? END : Piece.of(norm(token));
            Piece m = token == null ? END : Piece.of(kind(token));
            if (token != null) {
                f.put(W).put(w).end();
            }
            f.put(W2).put(w1).put(SPACE).put(w).end();
            f.put(W3).put(w2).put(SPACE).put(w1).put(SPACE).put(w).end();
            f.put(M2).put(m1).put(SPACE).put(m).end();
            f.put(M3).put(m2).put(SPACE).put(m1).put(SPACE).put(m).end();
            f.put(M4).put(m3).put(SPACE).put(m2).put(SPACE).put(m1).put(SPACE).put(m).end();
            w2 = w1;
            w1 = w;
            m3 = m2;
            m2 = m1;
            m1 = m;
        }
        int head = Math.min(unit.slots().head(), tokens.size() - 1);
        f.put("h=").put(norm(tokens.get(head))).end();
        String next = head + 1 < tokens.size() ? norm(tokens.get(head + 1)) : "$";
        f.put("h2=").put(norm(tokens.get(head))).put(" ").put(next).end();
    }

    /** A word of the closed classes by itself, any other by its class. */
    private static String kind(Token token) {
        return CLOSED.contains(token.tag()) ? token.lower() : token.tag();
    }

    private static String norm(Token token) {
        String lower = token.lemma();
        if (Character.isDigit(lower.charAt(0))) {
            return "0";
        }
        return token.tag().equals("PROPN") ? "Name" : lower.length() > LONGEST ? "long" : lower;
    }

    private static void past(Unit unit, Past past, FeatureSink f) {
        String answer =
                norm(unit.tokens().get(Math.min(unit.slots().head(), unit.tokens().size() - 1)));
        boolean early = unit.clause().sentence() <= 1;
        for (Past.Turn turn : past.turns()) {
            if (turn.distance() <= 1 && !turn.byMe()) {
                f.put("past/question=").put(turn.question()).put("/").put(early).end();
                f.put("past/named=").put(turn.namesMe()).put("/").put(early).end();
                if (turn.namesMe()) {
                    f.put("past/named/").put(answer).end();
                    f.put("past/named/asked=").put(!turn.requests().isEmpty()).end();
                }
                for (Candidate.Request request : turn.requests()) {
                    f.put("past/asked/").put(early).end();
                    f.put("past/asked/").put(answer).end();
                    f.put("past/asked/")
                            .put(unit.slots().doer())
                            .put("/")
                            .put(unit.slots().tense())
                            .end();
                    f.put("past/asked/rule=").put(request.evidence().rule()).end();
                    f.put("past/asked/due=")
                            .put(request.due() != null)
                            .put("/")
                            .put(unit.is(Flag.TIME))
                            .end();
                    f.put("past/shared=")
                            .put(Math.min(2, shared(unit, request.matter())))
                            .put("/asked")
                            .end();
                }
            }
            dates(unit, turn, f);
            for (Candidate.Follow promise : turn.promises()) {
                int shared = Math.min(2, shared(unit, promise.matter()));
                if (shared > 0) {
                    f.put("past/promised=").put(shared).put("/").put(turn.byMe()).end();
                    f.put("past/promised=").put(shared).put("/").put(unit.slots().tense()).end();
                    f.put("past/promised/").put(unit.is(Flag.TIME)).end();
                }
            }
        }
    }

    /** A date beside one that was given before: told again where it is the same, else moved. */
    private static void dates(Unit unit, Past.Turn turn, FeatureSink f) {
        for (Candidate found : turn.found()) {
            Due due = due(found);
            for (TimeExpression time : unit.times()) {
                if (due != null && due.at() != null && time.at() != null) {
                    boolean same = Duration.between(due.at(), time.at()).abs().compareTo(DAY) < 0;
                    boolean shared = shared(unit, matter(found)) > 0;
                    f.put("past/date=").put(same).put("/").put(turn.byMe()).end();
                    f.put("past/date=").put(same).put("/shared=").put(shared).end();
                }
            }
        }
    }

    private static @Nullable Due due(Candidate found) {
        return switch (found) {
            case Candidate.Promise promise -> promise.due();
            case Candidate.Acceptance acceptance -> acceptance.due();
            case Candidate.Milestone milestone -> milestone.due();
            default -> null;
        };
    }

    private static List<String> matter(Candidate found) {
        return switch (found) {
            case Candidate.Follow follow -> follow.matter();
            case Candidate.Milestone milestone ->
                    List.of(milestone.event().toLowerCase(Locale.ROOT).split(" "));
            default -> List.of();
        };
    }

    private static int shared(Unit unit, List<String> matter) {
        int n = 0;
        for (Token token : unit.tokens()) {
            n += matter.contains(token.lemma().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return n;
    }
}
