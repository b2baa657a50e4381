package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns matches into expressions: direction, veto, instants, deadline or not. Thread-safe. */
final class Reader {
    /** Tokens between a day and an hour that belongs to it. */
    private static final int NEAR = 8;

    private static final Field[] DAYS = {
        Field.DAY, Field.WEEKDAY, Field.REL, Field.A, Field.HOLIDAY, Field.REF
    };

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
        Match day = null;
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
            Match dated = isHour(match) && dates(tokens, day, match) ? onDay(match, day) : match;
            resolver.followOn(followsOn(tokens, day, match));
            TimeExpression time = read(tokens, dated, place, resolver, context);
            day = time != null && match.fields().hasDate() ? match : day;
            if (time != null) {
                found.add(time);
                mention(time, match, resolver);
                taken = match.to();
            }
        }
        while (next < events.size()) {
            taken = addAnchor(found, tokens, events.get(next++), taken, context);
        }
        return found;
    }

    private static boolean isHour(Match match) {
        Fields f = match.fields();
        boolean number = f.isOnly(Field.NUMBER) || f.isOnly(Field.NUMBER, Field.ZONE);
        return !f.hasDate() && (f.hasClock() || number) && !f.hasAny(Field.AMOUNT, Field.REPEATS);
    }

    /** “Thursday the 16th, I'm at your door at nine”: nine on the 16th. */
    private static boolean dates(Tokens tokens, @Nullable Match day, Match hour) {
        return day != null
                && day.begin() == null
                && hour.begin() == null
                && !day.fields().hasClock()
                && day.fields().hasAny(DAYS)
                && hour.from() - day.to() <= NEAR
                && tokens.sameSentence(day.from(), hour.from());
    }

    /** “Overnight on Friday the first, so you have it by Saturday”: the day after that Friday. */
    private static boolean followsOn(Tokens tokens, @Nullable Match day, Match weekday) {
        if (day == null
                || !day.fields().has(Field.DAY)
                || !weekday.fields().isOnly(Field.WEEKDAY)
                || !tokens.sameSentence(day.from(), weekday.from())) {
            return false;
        }
        for (int i = day.to(); i < weekday.from(); i++) {
            if (tokens.is(i, "so") || tokens.is(i, "then")) {
                return true;
            }
        }
        return false;
    }

    private static Match onDay(Match hour, @Nullable Match day) {
        return day == null ? hour : hour.with(hour.fields().orElse(day.fields(), Ranges.DATE));
    }

    /** A single day that was named is the one that “then” and “the same day” mean. */
    private static void mention(TimeExpression time, Match match, Resolver resolver) {
        Instant at = time.at();
        boolean day =
                switch (time.grain()) {
                    case MINUTE, HOUR, PART, DAY -> match.fields().hasDate();
                    case WEEK, MONTH, QUARTER, YEAR, EVENT -> false;
                };
        if (day && at != null) {
            resolver.mention(at.atZone(time.zone()).toLocalDate());
        }
    }

    private boolean isTime(Tokens tokens, Match match) {
        return !match.fields().has(Field.AMOUNT)
                && vetoes.keeps(tokens, match, place(tokens, match, 0).bound());
    }

    private Place place(Tokens tokens, Match match, int taken) {
        Phrases.Directed led = phrases.before(tokens, match.from());
        Bound bound = match.inner() != Bound.NONE ? match.inner() : led.bound();
        boolean whole = bound == Bound.THROUGHOUT && match.fields().has(Field.REL);
        bound = whole ? Bound.NONE : bound; // “out to all tonight”
        bound = bound == Bound.NONE && isAllowance(tokens, match) ? Bound.WITHIN : bound;
        int limit = phrases.limitAt(tokens, match.to());
        boolean dates = bound == Bound.WITHIN && !match.fields().has(Field.AMOUNT);
        boolean open = dates || bound == Bound.ON || bound == Bound.NONE || bound == Bound.FROM;
        bound = limit > 0 && (open || bound == Bound.AFTER) ? closing(match.fields()) : bound;
        // “before Monday's shift”: the shift is on Monday
        boolean owns = bound == Bound.BEFORE && tokens.is(match.to(), "'s");
        bound = owns && match.fields().hasAny(Field.WEEKDAY, Field.REL) ? Bound.BY : bound;
        return new Place(Math.max(taken, match.from() - led.words().size()), match.to(), bound);
    }

    /** “Next week at the latest” has all of the week, “Friday at the latest” the day. */
    private static Bound closing(Fields f) {
        boolean span = f.hasAny(Field.UNIT, Field.MONTH, Field.QUARTER, Field.WEEK, Field.YEAR);
        return span && !f.hasAny(Field.DAY, Field.WEEKDAY) ? Bound.UNTIL : Bound.BY;
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
        if (match.fields().has(Field.LOOSE) || match.fields().isOnly(Field.EDGE)) {
            boolean work = cues.isWork(tokens, place.from(), place.to());
            return work ? loose(span, place.bound(), context) : null;
        }
        Resolved resolved = resolver.resolve(match.fields(), match.begin(), place.bound());
        if (resolved == null) {
            return null;
        }
        boolean cued =
                cues.isDeadline(
                        tokens,
                        place.from(),
                        place.to(),
                        limiting(match, place),
                        false,
                        Cues.isLonger(resolved.grain()));
        boolean deadline =
                cued
                        && !isLongOver(match.fields(), resolved, context)
                        && !SmallTalk.is(tokens, match, place.from(), place.bound())
                        && !isAttribute(tokens, match, place.bound());
        if (!cued && isHistory(match.fields(), resolved, context)) {
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

    /** “In March” dates, “in three days” limits; a month by itself is a label. */
    private static Bound limiting(Match match, Place place) {
        boolean label = match.fields().isOnly(Field.MONTH) && place.bound() == Bound.NONE;
        if (label) {
            return Bound.THROUGHOUT;
        }
        boolean dates = place.bound() == Bound.WITHIN && !match.fields().has(Field.AMOUNT);
        boolean outlook = place.bound() == Bound.BY && match.fields().isOnly(Field.YEAR);
        return dates || outlook ? Bound.ON : place.bound();
    }

    /**
     * A date of a year long over and “last March” are told, not owed; one of last week may be
     * overdue.
     */
    private boolean isLongOver(Fields f, Resolved resolved, TimeContext context) {
        return f.has(Field.MONTH) && f.get(Field.SHIFT, 0) < 0
                || f.hasAny(Field.YEAR, Field.FY, Field.YMD)
                        && resolved.due()
                                .isBefore(
                                        context.saidAt()
                                                .minus(Duration.ofDays(policy.recentDays())));
    }

    /** “Your 2/26 fax”, “our May 22 speaker”: the date only says which. */
    private boolean isAttribute(Tokens tokens, Match match, Bound bound) {
        boolean led = phrases.is("determiners", tokens.at(match.from()).word());
        led |= phrases.is("determiners", tokens.at(match.from() - 1).word());
        String next = tokens.at(match.to()).word();
        return led
                && match.fields().hasAny(Field.DAY, Field.A)
                && (bound == Bound.ON || bound == Bound.NONE)
                && tokens.sameSentence(match.from(), match.to())
                && Character.isLetter(next.charAt(0))
                && !phrases.is("after-number", next)
                && !phrases.is("of-months", next);
    }

    /** “In March 2021”, said later: a year that was over names no point to come. */
    private static boolean isHistory(Fields f, Resolved resolved, TimeContext context) {
        return f.hasAny(Field.YEAR, Field.FY, Field.YMD)
                && resolved.at().isBefore(context.saidAt());
    }

    private static TimeExpression loose(Span span, Bound bound, TimeContext context) {
        return new TimeExpression(
                span.start(),
                span.end(),
                span.text(),
                null,
                null,
                null,
                Grain.EVENT,
                context.zone(),
                null,
                null,
                null,
                null,
                bound,
                false,
                null,
                "loose.soon");
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
        boolean idle = anchor.loose() && !cues.isWork(tokens, anchor.from(), anchor.to());
        if (anchor.from() < taken || idle) {
            return taken;
        }
        Span span = Span.of(tokens, anchor.from(), anchor.to());
        boolean deadline =
                anchor.limits()
                        && cues.isDeadline(
                                tokens, anchor.from(), anchor.to(), anchor.bound(), true, false);
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
                        (anchor.loose() ? "loose." : "anchor.") + anchor.relation()));
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
