package dev.followthrough.extract;

import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.time.TimeContext;
import dev.followthrough.extract.time.TimeExpression;
import dev.followthrough.extract.time.TimeGrammar;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The day that the turns before speak of: “by then”, “the same day” mean it. Pure. */
final class Mentioned {
    private static final int TURNS = 2;
    private static final int LONGEST = 2_000;

    private Mentioned() {}

    /** The last day to come named in the nearest turn that names one; null where none does. */
    static @Nullable LocalDate day(TimeGrammar grammar, Past past, TimeContext now) {
        for (Past.Turn turn : past.turns()) {
            LocalDate day = turn.distance() <= TURNS ? day(grammar, turn.signal(), now) : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(TimeGrammar grammar, Signal turn, TimeContext now) {
        if (turn.text().length() > LONGEST) {
            return null;
        }
        List<TimeExpression> times =
                grammar.find(
                        turn.text(),
                        TimeContext.of(turn.saidAt(), turn.zone())
                                .withFiscalYearStartMonth(now.fiscalYearStartMonth()));
        LocalDate day = null;
        for (TimeExpression time : times) {
            Instant at = time.dueAt();
            boolean single = time.grain().compareTo(Grain.DAY) <= 0;
            if (at != null && single && at.isAfter(now.saidAt())) {
                day = at.atZone(now.zone()).toLocalDate();
            }
        }
        return day;
    }
}
