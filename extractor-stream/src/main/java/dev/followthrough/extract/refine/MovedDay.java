package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.Bound;
import dev.followthrough.extract.time.TimeExpression;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Which day a thing is moved to, and which it is moved away from. */
final class MovedDay {
    private static final Set<String> NOT = Set.of("not", "n't", "never", "no");

    /** Two days by their names alone. */
    private static final Pattern WEEKDAYS =
            Pattern.compile("from \\p{L}+ (?:to|till|until) \\p{L}+", Pattern.CASE_INSENSITIVE);

    private MovedDay() {}

    /** “From the 22nd to the 29th”: no span, but the old day and the new one. */
    static boolean isRange(TimeExpression time, Draft draft) {
        return draft.act() == Act.RESCHEDULING && time.bound() == Bound.FROM && time.from() != null;
    }

    /**
     * The new day. On a Wednesday “from Tuesday to Friday” moves what was missed yesterday: of what
     * is moved, a weekday of this week that is over is meant, where a span would begin next week.
     */
    static Due due(TimeExpression range, Signal signal) {
        Due due = range.toDue();
        if (due.at() == null
                || range.grain() != Grain.DAY
                || !WEEKDAYS.matcher(range.text()).matches()) {
            return due;
        }
        LocalDate said = signal.saidAt().atZone(range.zone()).toLocalDate();
        LocalDate monday = said.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate missed =
                Objects.requireNonNull(range.from())
                        .atZone(range.zone())
                        .toLocalDate()
                        .minusWeeks(1);
        ZonedDateTime sooner = due.at().atZone(range.zone()).minusWeeks(1);
        boolean past = missed.isBefore(said) && !missed.isBefore(monday);
        return past && sooner.toLocalDate().isAfter(said)
                ? new Due(sooner.toInstant(), due.grain(), due.zone(), due.text(), null, false)
                : due;
    }

    /** “It isn't going anywhere this week”: the day it is moved away from. */
    static boolean isDenied(TimeExpression time, Draft draft) {
        if (draft.act() != Act.RESCHEDULING) {
            return false;
        }
        boolean denied = false;
        for (Token token : draft.unit().tokens()) {
            if (token.start() >= time.start()) {
                return denied;
            }
            boolean goesOn = token.isWord() && !token.lower().equals("but");
            denied = NOT.contains(token.lower()) || denied && goesOn;
        }
        return false;
    }
}
