package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Candidate.Request;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.judge.Asked;
import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Past.Turn;
import dev.followthrough.extract.rules.Act;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Pairs an acceptance with the request it takes on: the one the judge held the likeliest; where it
 * weighed none, one in the turn it replies to, else in the nearest turn of somebody else, the one
 * that shares most words first. An acceptance with nothing before it is a promise in its own words.
 */
final class PairAcceptances implements Refiner {
    /** An answer comes soon: what was asked earlier needs words in common. */
    private static final int NEAR = 3;

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            refined.add(draft.act() == Act.ACCEPTANCE ? pair(draft, scene) : draft);
        }
        return refined;
    }

    private static Draft pair(Draft draft, Scene scene) {
        Request request = request(draft, scene.past());
        if (request == null) {
            return draft.as(Act.PROMISE);
        }
        TreeSet<String> matter = new TreeSet<>(request.matter());
        matter.addAll(draft.matter());
        Due due =
                draft.due() != null
                        ? draft.due()
                        : request.due() == null ? null : request.due().asImplied();
        return takenOn(draft, scene)
                .taking(request)
                .called(request.action(), List.copyOf(matter))
                .due(due, draft.recurrence());
    }

    /** “We” that answers a request is whoever answers it (5 of 6 in talk). */
    private static Draft takenOn(Draft draft, Scene scene) {
        boolean we =
                draft.unit().slots().doer() == DoerKind.WE && draft.doer() instanceof Doer.Nobody;
        return we ? draft.by(new Doer.Person(scene.signal().author())) : draft;
    }

    /** The one the judge holds the likeliest, where it weighed them. */
    private static @Nullable Request request(Draft draft, Past past) {
        Asked asked = draft.verdict().asked();
        if (asked == null) {
            return find(draft, past);
        }
        boolean recognised = asked.request() != null;
        return recognised || !asked.turn().question()
                ? asked.request()
                : wholeTurn(asked.turn().signal());
    }

    private static @Nullable Request find(Draft draft, Past past) {
        Request best = null;
        int most = -1;
        for (Turn turn : past.turns()) {
            if (turn.byMe()) {
                continue;
            }
            for (Request request : turn.requests()) {
                int common = common(draft.matter(), request.matter());
                if (common == 0 && forbids(request) && !draft.matter().isEmpty()) {
                    continue;
                }
                int score =
                        common * 2
                                + (turn.distance() == 0
                                        ? 3
                                        : turn.distance() <= NEAR
                                                ? NEAR - turn.distance()
                                                : common == 0 ? -9 : 0);
                if (score > most) {
                    most = score;
                    best = request;
                }
            }
        }
        return best != null ? best : implied(past);
    }

    /** Whoever is asked to leave something and promises a thing speaks of another matter. */
    private static boolean forbids(Request request) {
        return request.action().startsWith("do not ") || request.action().startsWith("don't ");
    }

    private static int common(List<String> a, List<String> b) {
        return (int) a.stream().filter(b::contains).count();
    }

    /**
     * Somebody else spoke just before and no request was recognised: their words as they stand are
     * what is answered.
     */
    private static @Nullable Request implied(Past past) {
        for (Turn turn : past.turns()) {
            if (turn.distance() <= 1 && !turn.byMe() && turn.question()) {
                return wholeTurn(turn.signal());
            }
        }
        return null;
    }

    private static @Nullable Request wholeTurn(Signal signal) {
        String text = signal.text();
        int end = text.lastIndexOf('?');
        if (end < 0) {
            return null;
        }
        int start = end;
        while (start > 0 && ".?!\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        String quote = text.substring(start, end + 1);
        if (quote.length() < 4) {
            return null;
        }
        Evidence evidence =
                new Evidence(
                        quote,
                        start,
                        end + 1,
                        signal.id(),
                        signal.revision(),
                        0,
                        signal.refAt(start),
                        signal.author(),
                        signal.saidAt(),
                        "request.implied");
        return new Request(
                evidence,
                0.3,
                new Doer.Nobody(),
                Side.UNKNOWN,
                AskedWords.title(quote.substring(0, quote.length() - 1)),
                null,
                List.of(),
                null);
    }
}
