package dev.followthrough.alerting.topology;

import dev.followthrough.alerting.domain.Watched;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

import java.util.ArrayList;
import java.util.List;

/** Reads the store of {@link AlertingTopology#SUBJECTS} by ranges of keys, never all of it. */
public final class WatchedSubjects {
    private WatchedSubjects() {}

    /**
     * At most so many subjects from this key on, by key.
     *
     * @param prefix of their keys; empty for all
     */
    public static List<KeyValue<String, Watched>> from(
            ReadOnlyKeyValueStore<String, Watched> store, String from, String prefix, int most) {
        List<KeyValue<String, Watched>> found = new ArrayList<>();
        String start = from.compareTo(prefix) > 0 ? from : prefix;
        String end = prefix.isEmpty() ? null : prefix + '\uffff';
        try (KeyValueIterator<String, Watched> rows =
                store.range(start.isEmpty() ? null : start, end)) {
            while (found.size() < most && rows.hasNext()) {
                found.add(rows.next());
            }
        }
        return found;
    }
}
