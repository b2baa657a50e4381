package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * When and where something was said: all that a resolution depends on besides the words and the
 * policy.
 *
 * @param saidAt instant at which it was said; never processing time
 * @param zone the author's zone
 * @param hearerZone zone of the one addressed (“your time”), absent where unknown
 * @param dayFirst whether 3/4 is the 3rd of April; absent: guessed from the zone (month first in US
 *     zones)
 * @param fiscalYearStartMonth 1–12; quarters and year ends follow it
 * @param mentioned the day last spoken of before this text, in the author's zone; absent where none
 *     was
 * @param holidays days that are no business days besides Saturday and Sunday
 */
public record TimeContext(
        Instant saidAt,
        ZoneId zone,
        @Nullable ZoneId hearerZone,
        @Nullable Boolean dayFirst,
        int fiscalYearStartMonth,
        @Nullable LocalDate mentioned,
        Set<LocalDate> holidays) {

    public TimeContext {
        Objects.requireNonNull(saidAt, "time context: saidAt must be present");
        Objects.requireNonNull(zone, "time context: zone must be present");
        if (fiscalYearStartMonth < 1 || fiscalYearStartMonth > 12) {
            throw new IllegalArgumentException(
                    "time context: fiscal year start month must be 1 to 12: "
                            + fiscalYearStartMonth);
        }
        holidays = Set.copyOf(holidays);
    }

    /** Without anything spoken of before. */
    public TimeContext(
            Instant saidAt,
            ZoneId zone,
            @Nullable ZoneId hearerZone,
            @Nullable Boolean dayFirst,
            int fiscalYearStartMonth,
            Set<LocalDate> holidays) {
        this(saidAt, zone, hearerZone, dayFirst, fiscalYearStartMonth, null, holidays);
    }

    /**
     * Calendar year as fiscal year, no holidays, date order guessed from the zone, hearer unknown.
     */
    public static TimeContext of(Instant saidAt, ZoneId zone) {
        return new TimeContext(saidAt, zone, null, null, 1, Set.of());
    }

    public TimeContext withHearerZone(ZoneId hearer) {
        return new TimeContext(
                saidAt, zone, hearer, dayFirst, fiscalYearStartMonth, mentioned, holidays);
    }

    public TimeContext withFiscalYearStartMonth(int month) {
        return new TimeContext(saidAt, zone, hearerZone, dayFirst, month, mentioned, holidays);
    }

    /** The same after somebody spoke of that day. */
    public TimeContext withMentioned(@Nullable LocalDate day) {
        return new TimeContext(
                saidAt, zone, hearerZone, dayFirst, fiscalYearStartMonth, day, holidays);
    }

    /** The same under a firm's calendar. */
    public TimeContext in(BusinessCalendar calendar) {
        return new TimeContext(
                saidAt,
                zone,
                hearerZone,
                dayFirst,
                calendar.fiscalYearStartMonth(),
                mentioned,
                calendar.holidays());
    }

    /** The part of it that a firm decides. */
    public BusinessCalendar calendar() {
        return new BusinessCalendar(fiscalYearStartMonth, holidays);
    }
}
