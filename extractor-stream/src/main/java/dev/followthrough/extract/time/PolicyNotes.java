package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which choices of the policy and the calendar bear on a time, in the words of policy.yaml. */
final class PolicyNotes {
    private final Policy policy;
    private final TimeContext context;

    PolicyNotes(Policy policy, TimeContext context) {
        this.policy = policy;
        this.context = context;
    }

    List<String> of(Fields f, TimeExpression time) {
        List<String> notes = new ArrayList<>();
        hours(f, time, notes);
        days(f, time, notes);
        periods(f, notes);
        if (f.has(Field.ZONE)) {
            notes.add("zone named in the words: " + time.zone());
        }
        return notes;
    }

    private void hours(Fields f, TimeExpression time, List<String> notes) {
        if (f.has(Field.PART)) {
            Part part = Part.of(f.get(Field.PART));
            notes.add(
                    (part == Part.EOD ? "close_of_business" : lower(part))
                            + " "
                            + policy.parts().get(part));
        } else if (!f.hasClock() && time.grain() != Grain.HOUR && time.grain() != Grain.MINUTE) {
            notes.add("day_end " + policy.dayEnd());
        }
        if (f.hasAny(Field.HOUR, Field.NUMBER) && !f.has(Field.MERIDIEM)) {
            notes.add("pm_from " + policy.pmFrom() + ", pm_to " + policy.pmTo());
        }
    }

    private void days(Fields f, TimeExpression time, List<String> notes) {
        if (time.grain() == Grain.WEEK) {
            notes.add("week_due " + policy.weekDue().getValue());
        }
        if (f.has(Field.EDGE) && f.is(Field.EDGE, Edge.EARLY)) {
            notes.add("early_week " + policy.earlyWeek().getValue());
            notes.add("early_month " + policy.earlyMonth());
        }
        if (f.has(Field.EDGE) && f.is(Field.EDGE, Edge.MID)) {
            notes.add("mid_month " + policy.midMonth());
        }
        if (f.has(Field.A) && f.has(Field.B)) {
            Boolean hint = context.dayFirst();
            boolean first = hint != null ? hint : !policy.isMonthFirst(context.zone());
            notes.add((first ? "day first in " : "month_first holds ") + context.zone());
        }
        if (f.has(Field.MONTH) && f.has(Field.DAY) && !f.has(Field.YEAR)) {
            notes.add("recent_days " + policy.recentDays());
        }
    }

    private void periods(Fields f, List<String> notes) {
        boolean quarters = f.hasAny(Field.QUARTER, Field.HALF, Field.FISCAL, Field.FY);
        boolean unit = f.is(Field.UNIT, Unit.QUARTER) || f.is(Field.UNIT, Unit.YEAR);
        if (quarters || unit) {
            notes.add(
                    "fiscal year starts in "
                            + Month.of(context.fiscalYearStartMonth())
                                    .getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        if (f.has(Field.BUSINESS)) {
            notes.add(
                    "business days leave out Saturdays, Sundays and "
                            + context.holidays().size()
                            + " holidays");
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
