package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the events that a deadline waits for where no date follows: “before go-live”, “within 5
 * business days of signature”. Bounded work a token. Thread-safe.
 */
final class Anchors {
    private static final int LONGEST_CYCLE = 2;
    private static final Set<String> KEYS = Set.of("triggers", "links", "not-before-when", "ahead");

    private final Events events;
    private final Phrases phrases;
    private final Triggers triggers;
    private final Triggers links;
    private final Set<String> notBefore;
    private final Set<String> ahead;

    Anchors(Node data, Phrases phrases) {
        this.phrases = phrases;
        this.events = new Events(data);
        Set<String> known = new HashSet<>(KEYS);
        known.addAll(Events.KEYS);
        data.only(known);
        this.triggers = Triggers.named(data.get("triggers"));
        this.links = Triggers.links(data.get("links"));
        this.notBefore = data.get("not-before-when").words();
        this.ahead = data.get("ahead").words();
    }

    /**
     * The anchors of a text in order, never overlapping.
     *
     * @param matches all matches, in order
     * @param times first token → end of those that are times of their own: a name ends before them
     */
    List<Anchor> find(Tokens tokens, List<Match> matches, Map<Integer, Integer> times) {
        Map<Integer, Match> lengths = new HashMap<>();
        for (Match match : matches) {
            if (isLength(match)) {
                lengths.put(match.to(), match);
            }
        }
        Map<Integer, Integer> stops = new HashMap<>(times);
        lengths.values().forEach(length -> stops.put(length.from(), length.to()));
        List<Anchor> found = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i <= tokens.size(); ) {
            if (times.containsKey(i)) {
                i = Math.max(i + 1, times.get(i));
                continue;
            }
            Match length = lengths.get(i);
            Anchor anchor =
                    length == null || length.from() < taken
                            ? null
                            : counted(tokens, length, taken, times);
            if (anchor == null && length != null && !found.isEmpty() && length.from() >= taken) {
                anchor = countedFrom(tokens, found.getLast(), length, taken);
            }
            anchor = anchor == null ? named(tokens, i, taken, stops) : anchor;
            if (anchor != null) {
                found.add(anchor);
                taken = anchor.to();
            }
            i = anchor == null ? i + 1 : Math.max(i + 1, anchor.to());
        }
        return found;
    }

    /** “Once the PO is in, we provision within two days”: counted from the condition. */
    private @Nullable Anchor countedFrom(Tokens tokens, Anchor condition, Match length, int taken) {
        Phrases.Directed led = phrases.before(tokens, length.from());
        if (condition.limits()
                || condition.loose()
                || led.bound() != Bound.WITHIN
                || !tokens.sameSentence(condition.from(), length.from())) {
            return null;
        }
        int from = Math.max(taken, length.from() - led.words().size());
        return condition.counted(from, length.to(), length.fields());
    }

    private static boolean isLength(Match match) {
        Fields f = match.fields();
        return f.has(Field.AMOUNT) && !f.hasAny(Field.SIGN, Field.REPEATS, Field.PAST);
    }

    /** “within 30 days of go-live”, “two weeks before the renewal date”. */
    private @Nullable Anchor counted(
            Tokens tokens, Match length, int taken, Map<Integer, Integer> times) {
        Phrases.Directed led = phrases.before(tokens, length.from());
        for (Triggers.Trigger link : links.at(tokens, length.to())) {
            boolean of = link.words().getFirst().equals("of");
            if (of && !isLimit(tokens, length, led.bound())) {
                continue;
            }
            int start = events.nameStart(tokens, length.to() + link.words().size(), times);
            int end = name(tokens, start, times, link.names());
            if (end > start && tokens.sameSentence(length.from(), end - 1)) {
                int from = Math.max(taken, length.from() - led.words().size());
                Bound bound = led.bound() == Bound.NONE ? Bound.WITHIN : led.bound();
                bound = link.relation().equals("before") ? Bound.BEFORE : bound;
                return new Anchor(
                        from,
                        end,
                        start,
                        end,
                        bound,
                        link.relation(),
                        length.fields(),
                        true,
                        false);
            }
        }
        return null;
    }

    private static boolean isLimit(Tokens tokens, Match length, Bound led) {
        String before = tokens.at(length.from() - 1).word();
        return (led == Bound.WITHIN || led == Bound.BY)
                && !before.equals("in")
                && !before.equals("over")
                && !before.equals("during")
                && !before.equals("the");
    }

    private @Nullable Anchor named(Tokens tokens, int at, int taken, Map<Integer, Integer> times) {
        for (Triggers.Trigger trigger : triggers.at(tokens, at)) {
            int behind = at + trigger.words().size();
            if (!tokens.sameSentence(at, behind)) {
                continue;
            }
            if (trigger.names() == Triggers.Names.CYCLE
                    || trigger.names() == Triggers.Names.PERIOD) {
                Anchor cycle = cycle(tokens, at, behind, taken, times, trigger);
                if (cycle != null) {
                    return cycle;
                }
                continue;
            }
            boolean asked = trigger.names() == Triggers.Names.SOON && tokens.in(at - 1, notBefore);
            int start = events.nameStart(tokens, behind, times);
            int end = asked ? start : name(tokens, start, times, trigger.names());
            boolean bare = trigger.names() == Triggers.Names.GATHERING && start == behind;
            if (end > start && !(bare && !tokens.in(start, ahead))) {
                return new Anchor(
                        at,
                        end,
                        start,
                        end,
                        trigger.bound(),
                        trigger.relation(),
                        null,
                        !trigger.conditions() || phrases.before(tokens, at).bound() == Bound.BY,
                        trigger.names() == Triggers.Names.LOOSE
                                || trigger.names() == Triggers.Names.LOOSE_CLAUSE);
            }
        }
        return null;
    }

    /** “in the next release”, “this sprint”: the name keeps its “next”. */
    private @Nullable Anchor cycle(
            Tokens tokens,
            int at,
            int behind,
            int taken,
            Map<Integer, Integer> times,
            Triggers.Trigger trigger) {
        int end = name(tokens, behind, times, trigger.names());
        if (end <= behind || end - behind > LONGEST_CYCLE) {
            return null;
        }
        int the = at > taken && tokens.is(at - 1, "the") ? at - 1 : at;
        Phrases.Directed led = phrases.before(tokens, the);
        Bound bound = led.bound() == Bound.NONE ? trigger.bound() : led.bound();
        int from = Math.max(taken, the - led.words().size());
        return new Anchor(from, end, at, end, bound, trigger.relation(), null, true, false);
    }

    /**
     * The direction of a date that says when the event is: “before the board on 19 February” ends
     * the day before, “before our call on Friday” on that day, as a call takes an hour of it. Null
     * where the time is another matter.
     */
    @Nullable Bound dated(Tokens tokens, Anchor anchor, Match match) {
        boolean near = anchor.limits() && match.from() - anchor.to() <= 3;
        if (!near
                || match.fields().is(Field.SEP, 1) && !match.fields().has(Field.YEAR)
                || anchor.length() != null
                || !match.fields().hasAny(Field.DAY, Field.WEEKDAY, Field.A, Field.REL, Field.YMD)
                || !tokens.sameSentence(anchor.to() - 1, match.from())
                || !phrases.joins("event-date", Joiner.gap(tokens, anchor.to(), match.from()))) {
            return null;
        }
        boolean sameDay =
                events.isClause(tokens, anchor.nameFrom(), anchor.nameTo())
                        || events.prefix(
                                        tokens,
                                        anchor.nameFrom(),
                                        anchor.nameTo(),
                                        Events.GATHERINGS)
                                == anchor.nameTo();
        return sameDay && anchor.bound() == Bound.BEFORE ? Bound.BY : anchor.bound();
    }

    /** One past the name that begins here and is of that kind; {@code start} where none does. */
    private int name(Tokens tokens, int start, Map<Integer, Integer> times, Triggers.Names names) {
        int end = events.end(tokens, start, times);
        if (events.isEmpty(tokens, start, end)) {
            return start;
        }
        return switch (names) {
            case ANY -> {
                int event = events.prefix(tokens, start, end, Events.HEADS);
                yield event > start && !events.isClause(tokens, start, end) ? event : end;
            }
            case CLAUSE ->
                    events.isClause(tokens, start, end)
                            ? end
                            : events.prefix(tokens, start, end, Events.HEADS);
            case SOON -> events.hasVerb(tokens, start, end) ? end : start;
            case LOOSE -> end;
            case LOOSE_CLAUSE -> events.isPersonal(tokens, start, end) ? end : start;
            case EVENT -> events.prefix(tokens, start, end, Events.HEADS);
            case STRICT -> events.prefix(tokens, start, end, Events.STRICT);
            case GATHERING -> events.prefix(tokens, start, end, Events.GATHERINGS);
            case CYCLE -> events.prefix(tokens, start, end, Events.CYCLES);
            case PERIOD -> events.prefix(tokens, start, end, Events.PERIODS);
        };
    }
}
