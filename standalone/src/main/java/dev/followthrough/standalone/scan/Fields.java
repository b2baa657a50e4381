package dev.followthrough.standalone.scan;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Party;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How a commitment's fields are written where people and scorers read them. */
public final class Fields {
    private Fields() {}

    /** The address of the one bound, the team's name, or null where nobody in particular is. */
    public static @Nullable String promisor(Commitment commitment) {
        return switch (commitment.promisor()) {
            case Doer.Person person -> address(person.party());
            case Doer.Team team -> team.name();
            case Doer.Nobody nobody -> null;
        };
    }

    /** The address of the owner, or null. */
    public static @Nullable String owner(Commitment commitment) {
        return switch (commitment.owner()) {
            case Owner.Stated stated -> address(stated.party());
            case Owner.Assigned assigned -> address(assigned.party());
            case Owner.None none -> null;
        };
    }

    /**
     * The latest instant, with the offset its zone has then; null where only an event or words were
     * said.
     */
    public static @Nullable String due(@Nullable Due due) {
        return due == null || due.at() == null ? null : at(due.at(), due.zone());
    }

    /** RFC 3339 with offset, to the second. */
    public static String at(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /**
     * The published grains know no parts: a part of a day is an hour, a part of anything longer a
     * day; an event has none.
     */
    public static @Nullable String grain(@Nullable Due due) {
        if (due == null || due.grain() == Grain.EVENT) {
            return null;
        }
        if (due.grain() == Grain.PART) {
            Instant at = due.at();
            boolean endOfDay =
                    at == null || at.atZone(due.zone()).toLocalTime().isAfter(LocalTime.of(23, 59));
            return endOfDay ? "day" : "hour";
        }
        return lower(due.grain());
    }

    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String address(Party party) {
        return party.email() != null ? party.email() : party.label();
    }
}
