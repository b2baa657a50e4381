package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Retraces the times of one text, from what was found back to what found it. */
final class Inspection {
    private final Tokens tokens;
    private final List<Match> matches;
    private final Reader reader;
    private final TimeContext context;

    Inspection(Tokens tokens, List<Match> matches, Reader reader, TimeContext context) {
        this.tokens = tokens;
        this.matches = matches;
        this.reader = reader;
        this.context = context;
    }

    List<TimeTrace> traces(List<TimeExpression> found) {
        List<TimeTrace> traces = new ArrayList<>();
        found.forEach(time -> traces.add(trace(time)));
        for (Match match : matches) {
            if (found.stream().noneMatch(time -> overlaps(match, time))) {
                traces.add(dropped(match));
            }
        }
        traces.sort(Comparator.comparingInt(TimeTrace::start));
        return List.copyOf(traces);
    }

    private TimeTrace trace(TimeExpression time) {
        Match match = match(time);
        int from = first(time);
        int to = match != null ? match.to() : last(time);
        boolean anchor = time.anchor() != null;
        return new TimeTrace(
                time.text(),
                time.start(),
                time.end(),
                time.rule(),
                match == null ? Map.of() : match.fields().named(),
                time.bound(),
                time,
                "",
                match == null
                        ? List.of()
                        : new PolicyNotes(reader.policy(), context).of(match.fields(), time),
                time.recurrence() != null
                        ? List.of()
                        : reader.cues()
                                .trace(
                                        tokens,
                                        from,
                                        to,
                                        time.bound(),
                                        anchor,
                                        Cues.isLonger(time.grain())),
                reader.cues().threshold());
    }

    private TimeTrace dropped(Match match) {
        return new TimeTrace(
                tokens.words(match.from(), match.to()),
                tokens.at(match.from()).start(),
                tokens.at(match.to() - 1).end(),
                match.rule().id(),
                match.fields().named(),
                reader.bound(tokens, match),
                null,
                reader.dropped(tokens, match, context),
                List.of(),
                List.of(),
                reader.cues().threshold());
    }

    /** The match that an expression was read from; absent for an event. */
    private @Nullable Match match(TimeExpression time) {
        for (Match match : matches) {
            if (overlaps(match, time) && match.rule().id().equals(time.rule())) {
                return match;
            }
        }
        return null;
    }

    private boolean overlaps(Match match, TimeExpression time) {
        return tokens.at(match.from()).start() < time.end()
                && tokens.at(match.to() - 1).end() > time.start();
    }

    private int first(TimeExpression time) {
        int i = 0;
        while (tokens.at(i).start() < time.start()) {
            i++;
        }
        return i;
    }

    private int last(TimeExpression time) {
        int i = first(time);
        while (i < tokens.size() && tokens.at(i).start() < time.end()) {
            i++;
        }
        return i;
    }
}
