package dev.followthrough.extract.topology;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.extract.conversation.Held;
import dev.followthrough.extract.conversation.Tables;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.Stores;

import java.util.List;

/**
 * The state stores of {@code extract-read}; place = conversation, but for the directory, which
 * every partition holds whole.
 */
final class ExtractStores {
    static final String SIGNALS = "extract-signals";
    static final String POSITIONS = "extract-positions";
    static final String REPLIES = "extract-replies";
    static final String DECISIONS = "extract-decisions";
    static final String TALLIES = "extract-tallies";
    static final String ENTRIES = "extract-entries";
    static final String TERMS = "extract-terms";
    static final String MENTIONS_OF = "extract-mentions-of";
    static final String DIRTY = "extract-dirty";

    /** One key: which rules the signals were read by. */
    static final String RULES = "extract-rules";

    private ExtractStores() {}

    static String[] names() {
        return List.of(
                        SIGNALS,
                        POSITIONS,
                        REPLIES,
                        DECISIONS,
                        TALLIES,
                        ENTRIES,
                        TERMS,
                        MENTIONS_OF,
                        DIRTY,
                        RULES)
                .toArray(String[]::new);
    }

    static void addTo(StreamsBuilder builder) {
        add(builder, SIGNALS, Topic.serde(Held.class));
        add(builder, DECISIONS, Topic.serde(Action.class));
        add(builder, TALLIES, Serdes.Long());
        add(builder, ENTRIES, Topic.serde(DirectoryEntry.class));
        for (String text : List.of(POSITIONS, REPLIES, TERMS, MENTIONS_OF, DIRTY, RULES)) {
            add(builder, text, Serdes.String());
        }
    }

    private static <V> void add(StreamsBuilder builder, String name, Serde<V> values) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), values));
    }

    static Tables tables(ProcessingContext context) {
        return new Tables(
                table(context, SIGNALS),
                table(context, POSITIONS),
                table(context, REPLIES),
                table(context, DECISIONS),
                table(context, TALLIES),
                table(context, ENTRIES),
                table(context, TERMS),
                table(context, MENTIONS_OF),
                table(context, DIRTY));
    }

    private static <V> StoreTable<V> table(ProcessingContext context, String name) {
        return new StoreTable<>(context.getStateStore(name));
    }
}
