package dev.followthrough.extract.attribution;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Party;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * By whose clock a date ends, as far as the directory knows where people work. A mail tells the
 * writer's offset on the day it was sent: “by 2 April” ends by the clock of 2 April, on the other
 * side of a change to summer time. “3pm yours” is the hour of those who are spoken to.
 */
final class Clocks {
    private static final Pattern YOURS =
            Pattern.compile("\\b(?:yours|your (?:time|end|side))\\b", Pattern.CASE_INSENSITIVE);

    private final Directory directory;
    private final List<Party> audience;

    /**
     * @param audience whom the words are said to
     */
    Clocks(Directory directory, List<Party> audience) {
        this.directory = directory;
        this.audience = List.copyOf(audience);
    }

    /** The same local time in the zone that governs; unchanged where none is known to fit. */
    @Nullable Due of(@Nullable Due due, Evidence evidence) {
        Instant at = due == null ? null : due.at();
        if (due == null || at == null) {
            return due;
        }
        boolean yours = due.grain() == Grain.MINUTE && YOURS.matcher(due.text()).find();
        ZoneId zone = yours ? only(audience) : writers(due, evidence);
        if (zone == null) {
            return due;
        }
        Instant there = at.atZone(due.zone()).toLocalDateTime().atZone(zone).toInstant();
        return new Due(there, due.grain(), zone, due.text(), due.anchor(), due.implied());
    }

    /** Where the writer works, if that place had the mail's offset when it was sent. */
    private @Nullable ZoneId writers(Due due, Evidence evidence) {
        ZoneId zone = due.zone() instanceof ZoneOffset ? only(List.of(evidence.author())) : null;
        return zone != null && zone.getRules().getOffset(evidence.saidAt()).equals(due.zone())
                ? zone
                : null;
    }

    /** The one zone of these people; absent where none or several are known. */
    private @Nullable ZoneId only(List<Party> people) {
        List<ZoneId> zones =
                people.stream()
                        .map(Clocks::term)
                        .flatMap(term -> directory.people(term).stream())
                        .map(DirectoryEntry.Person::zone)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return zones.size() == 1 ? zones.get(0) : null;
    }

    private static String term(Party party) {
        return party.email() == null ? Terms.party(party.id()) : Terms.email(party.email());
    }
}
