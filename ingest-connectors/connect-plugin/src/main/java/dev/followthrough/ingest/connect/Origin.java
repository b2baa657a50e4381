package dev.followthrough.ingest.connect;

import java.util.Map;

/**
 * Where a record comes from.
 *
 * @param place whom a dead letter is kept with: {@code file:/in/mail.mbox}, {@code slack:T1/C1}
 * @param item what tells the objects of one place apart
 * @param position the same for a person: names and values of a dead letter's position
 * @param partition Connect's source partition
 * @param offset Connect's source offset: from where reading goes on behind the record
 */
public record Origin(
        String place,
        String item,
        Map<String, String> position,
        Map<String, String> partition,
        Map<String, ?> offset) {
    /** Name in a position of the address under which a person opens the object. */
    public static final String PERMALINK = "permalink";

    public Origin {
        position = Map.copyOf(position);
        partition = Map.copyOf(partition);
        offset = Map.copyOf(offset);
    }
}
