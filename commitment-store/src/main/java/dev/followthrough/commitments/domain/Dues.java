package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Due;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Compares two dues at the coarser of their grains. */
final class Dues {
    private Dues() {}

    static boolean hasDate(@Nullable Due due) {
        return due != null && due.at() != null;
    }

    /**
     * Whether both name the same time: “April” and “7 April” do, “7 April” and “14 April” do not.
     */
    static boolean agree(Due one, Due other) {
        Instant first = one.at();
        Instant second = other.at();
        if (first == null || second == null) {
            return false;
        }
        LocalDate a = LocalDate.ofInstant(first, one.zone());
        LocalDate b = LocalDate.ofInstant(second, other.zone());
        return switch (coarser(one, other).grain()) {
            case MINUTE, HOUR, PART, DAY, EVENT -> a.equals(b);
            case WEEK -> week(a) == week(b);
            case MONTH -> a.getYear() == b.getYear() && a.getMonth() == b.getMonth();
            case QUARTER -> quarter(a) == quarter(b);
            case YEAR -> a.getYear() == b.getYear();
        };
    }

    /** Whether the second says the same more exactly. */
    static boolean refines(Due now, Due other) {
        return agree(now, other) && other.grain().compareTo(now.grain()) < 0;
    }

    static Due later(Due one, Due other) {
        Instant first = one.at();
        Instant second = other.at();
        if (first == null || second == null) {
            return first == null ? other : one;
        }
        return second.isAfter(first) ? other : one;
    }

    private static Due coarser(Due one, Due other) {
        return one.grain().compareTo(other.grain()) >= 0 ? one : other;
    }

    private static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) * 100
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static int quarter(LocalDate day) {
        return day.getYear() * 10 + day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
