package dev.followthrough.ingest.pull;

import java.time.Instant;

/**
 * Where a walk over rows in the order of their modification stands.
 *
 * @param stamp rows modified earlier were read
 * @param id of those modified at the stamp, the ones up to this id were read; empty: none was
 */
public record Mark(Instant stamp, String id) {
    /** Before everything modified at an instant or later. */
    public static Mark from(Instant stamp) {
        return new Mark(stamp, "");
    }
}
