package dev.followthrough.commitments.app;

import dev.followthrough.commitments.domain.Row;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.service.http.Problem;

import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Tables of a store that may move to another instance while it is read: then it is 503. */
record GuardedTables(Tables tables) implements Tables {
    private static final int RETRY_SECONDS = 2;

    @Override
    public <V> @Nullable V get(Table<V> table, String key) {
        try {
            return tables.get(table, key);
        } catch (InvalidStateStoreException e) {
            throw moved();
        }
    }

    @Override
    public <V> List<Row<V>> range(
            Table<V> table, String from, String to, Direction direction, int limit) {
        try {
            return tables.range(table, from, to, direction, limit);
        } catch (InvalidStateStoreException e) {
            throw moved();
        }
    }

    private static Problem moved() {
        return Problem.unavailable("the partition is moving between instances", RETRY_SECONDS);
    }
}
