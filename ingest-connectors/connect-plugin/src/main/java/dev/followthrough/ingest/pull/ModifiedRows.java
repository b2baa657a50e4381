package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One kind of object of a source that can be asked for what was modified since. Asked by mark,
 * never by the source's own cursor: a walk of any length goes on after a restart, and no cap on
 * results ends it.
 */
@FunctionalInterface
public interface ModifiedRows {
    /**
     * The first rows behind a mark, in the order of modification.
     *
     * @throws PullException as {@link Feed#read}
     */
    Rows after(Mark mark) throws InterruptedException;

    /**
     * What one or two requests brought.
     *
     * @param next behind the last row; null where there is nothing more
     */
    record Rows(List<Row> rows, @Nullable Mark next) {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One object as it is now.
     *
     * @param id at the source
     * @param stamp when it was modified, by the source's clock
     */
    record Row(String id, Instant stamp, Item item) {}
}
