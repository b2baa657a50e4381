package dev.followthrough.extract.judge;

import dev.followthrough.contracts.model.Candidate.Request;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Past.Turn;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What the regression of acceptances sees of a pair, as names: of what was asked ({@code q/}), of
 * the clause that may answer ({@link AnswerFeatures}), and of the two together ({@code qa/}). As
 * with {@link Features}, the names are the model's contract.
 */
public final class PairFeatures {
    /** Two readings of one day may differ by so much. */
    private static final Duration DAY = Duration.ofDays(1);

    private PairFeatures() {}

    /** Features of what was asked and the unit at {@code index}, each once. */
    public static List<String> of(
            List<Unit> units, int index, Past past, Asked asked, List<Asked> reached) {
        FeatureNames names = new FeatureNames();
        AnswerFeatures.put(units, index, names);
        put(units.get(index), past, asked, reached, names);
        return names.names();
    }

    /** Those of what was asked and of the two together, some of them more than once. */
    static void put(Unit unit, Past past, Asked asked, List<Asked> reached, FeatureSink f) {
        asked(asked, past, f);
        together(unit, past, asked, f);
        rivals(unit, asked, reached, f);
    }

    /** Whether another request that the unit may answer has more words in common with it. */
    private static void rivals(Unit unit, Asked asked, List<Asked> reached, FeatureSink f) {
        int own = asked.shared(unit);
        int most = -1;
        for (Asked other : reached) {
            if (!other.is(asked)) {
                most = Math.max(most, other.shared(unit));
            }
        }
        String rank = most < 0 ? "alone" : own > most ? "most" : own < most ? "fewer" : "as-many";
        f.put("qa/rank=").put(rank).end();
        f.put("qa/rank=").put(rank).put("/nearer=").put(Math.min(2, asked.nearer())).end();
        f.put("qa/rank=").put(rank).put("/").put(unit.slots().doer()).end();
    }

    private static void asked(Asked asked, Past past, FeatureSink f) {
        Turn turn = asked.turn();
        f.put("q/distance=").put(Math.min(5, turn.distance())).end();
        f.put("q/nearer=").put(Math.min(3, asked.nearer())).end();
        f.put("q/of=").put(Math.min(3, asked.of())).end();
        f.put("q/question=").put(turn.question()).end();
        f.put("q/named=").put(turn.namesMe()).end();
        Request request = asked.request();
        f.put("q/rule=").put(rule(request)).end();
        if (request != null) {
            f.put("q/who=").put(who(request, past)).end();
            f.put("q/due=").put(request.due() != null).end();
            f.put("q/sure=").put((int) (request.confidence() * 5)).end();
            f.put("q/verb=").put(verb(request)).end();
            f.put("q/first=").put(first(request)).end();
            f.put("q/matter=").put(Math.min(4, request.matter().size())).end();
        }
    }

    private static String rule(@Nullable Request request) {
        return request == null ? "none" : request.evidence().rule();
    }

    /** Who is asked: whoever speaks now, another person, a team, or nobody by name. */
    private static String who(@Nullable Request request, Past past) {
        if (request == null) {
            return "none";
        }
        Party speaker = past.speaker();
        return switch (request.asked()) {
            case Doer.Person person ->
                    speaker != null && person.party().isSamePersonAs(speaker) ? "me" : "other";
            case Doer.Team team -> "team";
            case Doer.Nobody nobody -> "nobody";
        };
    }

    private static String verb(Request request) {
        String action = request.action();
        int blank = action.indexOf(' ');
        return (blank < 0 ? action : action.substring(0, blank)).toLowerCase(Locale.ROOT);
    }

    private static String first(Request request) {
        String quote = request.evidence().quote();
        int blank = quote.indexOf(' ');
        return (blank < 0 ? quote : quote.substring(0, blank)).toLowerCase(Locale.ROOT);
    }

    private static void together(Unit unit, Past past, Asked asked, FeatureSink f) {
        Slots s = unit.slots();
        Request request = asked.request();
        Turn turn = asked.turn();
        String rule = rule(request);
        String who = who(request, past);
        boolean early = unit.clause().sentence() <= 1;
        int shared = Math.min(2, asked.shared(unit));
        f.put("qa/shared=").put(shared).end();
        f.put("qa/shared=").put(shared).put("/distance=").put(Math.min(4, turn.distance())).end();
        f.put("qa/shared=").put(shared).put("/nearer=").put(Math.min(2, asked.nearer())).end();
        f.put("qa/shared=").put(shared).put("/").put(s.doer()).put("/").put(s.tense()).end();
        f.put("qa/distance=").put(Math.min(4, turn.distance())).put("/").put(early).end();
        f.put("qa/named=").put(turn.namesMe()).put("/").put(early).end();
        f.put("qa/question=").put(turn.question()).put("/").put(early).end();
        f.put("qa/who=").put(who).put("/").put(s.doer()).end();
        f.put("qa/who=").put(who).put("/").put(s.doer()).put("/").put(s.tense()).end();
        f.put("qa/rule=").put(rule).put("/").put(s.doer()).put("/").put(s.tense()).end();
        f.put("qa/rule=").put(rule).put("/h=").put(AnswerFeatures.head(unit)).end();
        f.put("qa/question=").put(turn.question()).put("/h=").put(AnswerFeatures.head(unit)).end();
        f.put("qa/recognised=")
                .put(request != null)
                .put("/h=")
                .put(AnswerFeatures.head(unit))
                .end();
        f.put("qa/recognised=")
                .put(request != null)
                .put("/")
                .put(s.doer())
                .put("/")
                .put(s.tense())
                .end();
        for (Rule fired : unit.rules()) {
            f.put("qa/recognised=").put(request != null).put("/r=").put(fired.id()).end();
            f.put("qa/distance=")
                    .put(Math.min(4, turn.distance()))
                    .put("/r=")
                    .put(fired.id())
                    .end();
        }
        if (request != null) {
            boolean verb = !s.verb().isEmpty() && s.verb().equals(verb(request));
            f.put("qa/verb=").put(verb).end();
            f.put("qa/verb=").put(verb).put("/").put(s.doer()).put("/").put(s.tense()).end();
            f.put("qa/due=").put(request.due() != null).put("/").put(unit.is(Flag.TIME)).end();
            dates(unit, request.due(), f);
        }
        between(past, turn, f);
    }

    private static void dates(Unit unit, @Nullable Due due, FeatureSink f) {
        for (TimeExpression time : unit.times()) {
            if (due != null && due.at() != null && time.at() != null) {
                Duration apart = Duration.between(due.at(), time.at());
                boolean same = apart.abs().compareTo(DAY) < 0;
                f.put("qa/date=")
                        .put(same ? "same" : apart.isNegative() ? "sooner" : "later")
                        .end();
            }
        }
    }

    /** What was said since: whoever answered already answers again more rarely. */
    private static void between(Past past, Turn asked, FeatureSink f) {
        boolean mine = false;
        boolean promised = false;
        for (Turn turn : past.turns()) {
            if (turn.distance() > 0 && turn.distance() < asked.distance()) {
                mine |= turn.byMe();
                promised |= !turn.promises().isEmpty();
            }
        }
        f.put("qa/answered=").put(mine).end();
        f.put("qa/answered=").put(mine).put("/promised=").put(promised).end();
    }
}
