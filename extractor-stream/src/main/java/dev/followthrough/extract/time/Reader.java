package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns matches into expressions: direction, veto, instants, deadline or not. Thread-safe. */
final class Reader {
    private final Phrases phrases;
    private final Lexicon lexicon;
    private final Holidays holidays;
    private final Policy policy;
    private final Vetoes vetoes;
    private final Cues cues;
    private final Anchors anchors;

    Reader(
            Phrases phrases,
            Lexicon lexicon,
            Holidays holidays,
            Policy policy,
            Cues cues,
            Anchors anchors) {
        this.phrases = phrases;
        this.lexicon = lexicon;
        this.holidays = holidays;
        this.policy = policy;
        this.cues = cues;
        this.anchors = anchors;
        this.vetoes = new Vetoes(phrases, lexicon);
    }

    /** Why a match that stands in no expression was dropped. */
    String dropped(Tokens tokens, Match match, TimeContext context) {
        Place place = place(tokens, match, 0);
        if (!vetoes.keeps(tokens, match, place.bound())) {
            return Vetoes.why(tokens, match);
        }
        Resolved resolved =
                new Resolver(context, policy, lexicon, holidays)
                        .resolve(match.fields(), match.begin(), place.bound());
        if (resolved == null) {
            return "names no point that exists";
        }
        return isHistory(match.fields(), resolved, context)
                ? "a year that was over"
                : "another time has taken its words";
    }

    Bound bound(Tokens tokens, Match match) {
        return place(tokens, match, 0).bound();
    }

    Cues cues() {
        return cues;
    }

    Policy policy() {
        return policy;
    }

    /** What stands around a match: its direction, and the tokens it takes with it. */
    private record Place(int from, int to, Bound bound) {}

    List<TimeExpression> read(Tokens tokens, List<Match> matches, TimeContext context) {
        Resolver resolver = new Resolver(context, policy, lexicon, holidays);
        Map<Integer, Integer> times = new HashMap<>();
        for (Match match : matches) {
            if (isTime(tokens, match)) {
                times.put(match.from(), match.to());
            }
        }
        List<Anchor> events = anchors.find(tokens, matches, times);
        List<TimeExpression> found = new ArrayList<>();
        int taken = 0;
        int next = 0;
        for (Match match : matches) {
            Place place = null;
            while (next < events.size() && events.get(next).from() <= match.from()) {
                Anchor event = events.get(next++);
                Bound when = anchors.dated(tokens, event, match);
                if (when != null && event.from() >= taken) {
                    place = new Place(event.from(), match.to(), when);
                } else {
                    taken = addAnchor(found, tokens, event, taken, context);
                }
            }
            if (match.from() < taken) {
                continue;
            }
            place = place == null ? place(tokens, match, taken) : place;
            TimeExpression time = read(tokens, match, place, resolver, context);
            if (time != null) {
                found.add(time);
                taken = match.to();
            }
        }
        while (next < events.size()) {
            taken = addAnchor(found, tokens, events.get(next++), taken, context);
        }
        return found;
    }

    private boolean isTime(Tokens tokens, Match match) {
        return !match.fields().has(Field.AMOUNT)
                && vetoes.keeps(tokens, match, place(tokens, match, 0).bound());
    }

    private Place place(Tokens tokens, Match match, int taken) {
        Phrases.Directed led = phrases.before(tokens, match.from());
        Bound bound = match.inner() != Bound.NONE ? match.inner() : led.bound();
        bound = bound == Bound.NONE && isAllowance(tokens, match) ? Bound.WITHIN : bound;
        int limit = phrases.limitAt(tokens, match.to());
        boolean open = bound == Bound.ON || bound == Bound.NONE || bound == Bound.FROM;
        bound = limit > 0 && (open || bound == Bound.AFTER) ? Bound.BY : bound;
        return new Place(Math.max(taken, match.from() - led.words().size()), match.to(), bound);
    }

    /** “You have 14 days to respond.” */
    private boolean isAllowance(Tokens tokens, Match match) {
        return match.fields().has(Field.AMOUNT)
                && phrases.is("allowing", tokens.at(match.from() - 1).word())
                && tokens.is(match.to(), "to");
    }

    private @Nullable TimeExpression read(
            Tokens tokens, Match match, Place place, Resolver resolver, TimeContext context) {
        if (!vetoes.keeps(tokens, match, place.bound())) {
            return null;
        }
        Span span = Span.of(tokens, place.from(), place.to());
        if (match.fields().has(Field.REPEATS)) {
            return recurrence(span, match, place.bound(), context);
        }
        Resolved resolved = resolver.resolve(match.fields(), match.begin(), place.bound());
        if (resolved == null) {
            return null;
        }
        boolean deadline = cues.isDeadline(tokens, place.from(), place.to(), place.bound(), false);
        if (!deadline && isHistory(match.fields(), resolved, context)) {
            return null;
        }
        return new TimeExpression(
                span.start(),
                span.end(),
                span.text(),
                deadline ? resolved.due() : resolved.at(),
                resolved.due(),
                resolved.from(),
                resolved.grain(),
                resolved.zone(),
                null,
                null,
                null,
                null,
                place.bound(),
                deadline,
                resolved.alternative(),
                match.rule().id());
    }

    /** “In March 2021”, said later: a year that was over names no point to come. */
    private static boolean isHistory(Fields f, Resolved resolved, TimeContext context) {
        return f.hasAny(Field.YEAR, Field.FY, Field.YMD)
                && resolved.at().isBefore(context.saidAt());
    }

    private static TimeExpression recurrence(
            Span span, Match match, Bound bound, TimeContext context) {
        return new TimeExpression(
                span.start(),
                span.end(),
                span.text(),
                null,
                null,
                null,
                Grain.DAY,
                context.zone(),
                null,
                null,
                null,
                span.text(),
                bound,
                false,
                null,
                match.rule().id());
    }

    /** Adds the anchor unless a time before it reaches into it; returns what is taken then. */
    private int addAnchor(
            List<TimeExpression> found,
            Tokens tokens,
            Anchor anchor,
            int taken,
            TimeContext context) {
        if (anchor.from() < taken) {
            return taken;
        }
        Span span = Span.of(tokens, anchor.from(), anchor.to());
        boolean deadline =
                anchor.limits()
                        && cues.isDeadline(
                                tokens, anchor.from(), anchor.to(), anchor.bound(), true);
        found.add(
                new TimeExpression(
                        span.start(),
                        span.end(),
                        span.text(),
                        null,
                        null,
                        null,
                        Grain.EVENT,
                        context.zone(),
                        Span.of(tokens, anchor.nameFrom(), anchor.nameTo()).text(),
                        anchor.relation(),
                        anchor.offset(),
                        null,
                        anchor.bound(),
                        deadline,
                        null,
                        "anchor." + anchor.relation()));
        return anchor.to();
    }

    /** Characters of a run of tokens. */
    record Span(int start, int end, String text) {
        static Span of(Tokens tokens, int from, int to) {
            int last = to - 1 > from && tokens.is(to - 1, ".") ? to - 1 : to;
            int start = tokens.at(from).start();
            int end = tokens.at(last - 1).end();
            return new Span(start, end, tokens.text().substring(start, end));
        }
    }
}
