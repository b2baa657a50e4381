package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Turns matches into expressions: direction, veto, instants, deadline or not. Thread-safe. */
final class Reader {
    private final Phrases phrases;
    private final Lexicon lexicon;
    private final Holidays holidays;
    private final Policy policy;
    private final Vetoes vetoes;
    private final Cues cues;

    Reader(Phrases phrases, Lexicon lexicon, Holidays holidays, Policy policy, Cues cues) {
        this.phrases = phrases;
        this.lexicon = lexicon;
        this.holidays = holidays;
        this.policy = policy;
        this.cues = cues;
        this.vetoes = new Vetoes(phrases, lexicon);
    }

    List<TimeExpression> read(Tokens tokens, List<Match> matches, TimeContext context) {
        if (matches.isEmpty()) {
            return List.of();
        }
        Resolver resolver = new Resolver(context, policy, lexicon, holidays);
        List<TimeExpression> found = new ArrayList<>();
        int taken = 0;
        for (Match match : matches) {
            TimeExpression expression = read(tokens, match, taken, resolver, context);
            if (expression != null) {
                found.add(expression);
                taken = match.to();
            }
        }
        return found;
    }

    private @Nullable TimeExpression read(
            Tokens tokens, Match match, int taken, Resolver resolver, TimeContext context) {
        Phrases.Directed led = phrases.before(tokens, match.from());
        Bound bound = match.inner() != Bound.NONE ? match.inner() : led.bound();
        int limit = phrases.limitAt(tokens, match.to());
        bound = limit > 0 && bound != Bound.BEFORE && bound != Bound.UNTIL ? Bound.BY : bound;
        if (!vetoes.keeps(tokens, match, bound)) {
            return null;
        }
        int from = Math.max(taken, match.from() - led.words().size());
        int to = match.to();
        if (match.fields().has(Field.REPEATS)) {
            return recurrence(tokens, from, to, match, bound, context);
        }
        Resolved resolved = resolver.resolve(match.fields(), match.begin(), bound);
        if (resolved == null) {
            return null;
        }
        boolean deadline = cues.isDeadline(tokens, from, to, bound, false);
        Span span = Span.of(tokens, from, to);
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
                bound,
                deadline,
                resolved.alternative(),
                match.rule().id());
    }

    private static TimeExpression recurrence(
            Tokens tokens, int from, int to, Match match, Bound bound, TimeContext context) {
        Span span = Span.of(tokens, from, to);
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
