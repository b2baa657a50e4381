package dev.followthrough.alerting.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When people may be interrupted: from the start to the end of each day that is not off.
 *
 * @param start first minute of the working day
 * @param end first minute after it; equal to the start for days without a night
 * @param off days of the week without work
 * @param holidays dates without work
 */
public record Hours(LocalTime start, LocalTime end, Set<DayOfWeek> off, Set<LocalDate> holidays) {
    public Hours {
        off = Set.copyOf(off);
        holidays = Set.copyOf(holidays);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "end of the working day must not come before its start "
                            + start
                            + ", was "
                            + end);
        }
        if (off.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("days off must leave a day of work, were " + off);
        }
    }

    /** Whether nobody should be interrupted. */
    boolean isQuiet(Instant now, ZoneId zone) {
        return !now.equals(next(now, zone));
    }

    /** This instant where it is one of work, else the next start of work. */
    Instant next(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (isWork(day)
                && !local.toLocalTime().isBefore(start)
                && (start.equals(end) || local.toLocalTime().isBefore(end))) {
            return now;
        }
        boolean today = isWork(day) && local.toLocalTime().isBefore(start);
        return (today ? day : workAfter(day)).atTime(start).atZone(zone).toInstant();
    }

    /** The next time of day on a day of work, strictly after now. */
    Instant next(LocalTime time, Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        Instant today = day.atTime(time).atZone(zone).toInstant();
        return isWork(day) && today.isAfter(now)
                ? today
                : workAfter(day).atTime(time).atZone(zone).toInstant();
    }

    private boolean isWork(LocalDate day) {
        return !off.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private LocalDate workAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWork(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
