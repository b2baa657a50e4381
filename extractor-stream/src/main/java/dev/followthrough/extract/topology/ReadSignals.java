package dev.followthrough.extract.topology;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.extract.conversation.Conversations;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A revision of a signal to the readings it changes. Also does what touches whole conversations, in
 * bounded pieces on a timer.
 */
final class ReadSignals implements Processor<String, byte[], String, Reading> {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Signals a piece: some tens of milliseconds. */
    private static final int PIECE = 50;

    private final ReadingTools tools;
    private @Nullable ReadStep step;
    private @Nullable KeyValueStore<String, String> rules;

    ReadSignals(ReadingTools tools) {
        this.tools = tools;
    }

    @Override
    public void init(ProcessorContext<String, Reading> context) {
        step = new ReadStep(context, tools);
        rules = context.getStateStore(ExtractStores.RULES);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::work);
    }

    @Override
    @SuppressWarnings("NullAway") // Streams calls init first.
    public void process(Record<String, byte[]> record) {
        Key key = Key.parse(record.key());
        Conversations conversations = step.conversations();
        if (record.value() == null) {
            Revision erased = Revision.of(key);
            step.publish(
                    conversations.erased(
                            erased.conversation(),
                            erased.signal(),
                            erased.revision(),
                            erased.digest()),
                    record.timestamp());
            return;
        }
        Signal signal;
        try {
            signal = Json.read(record.value(), Signal.class);
        } catch (Rejected e) {
            Revision bad = Revision.of(key);
            step.publish(
                    conversations.unreadable(
                            bad.conversation(),
                            bad.signal(),
                            bad.revision(),
                            bad.digest(),
                            e.reason()),
                    record.timestamp());
            throw e; // the handler sends the bytes to the dead letters
        }
        tools.metrics()
                .counter(
                        "followthrough.signals",
                        "source",
                        signal.source().name().toLowerCase(Locale.ROOT))
                .increment();
        step.publish(conversations.signal(signal), record.timestamp());
    }

    @SuppressWarnings("NullAway")
    private void work(long now) {
        if (!tools.rulesVersion().equals(rules.get("version"))) {
            step.conversations().readAllAgain();
            step.publish(List.of(), now);
            rules.put("version", tools.rulesVersion());
        }
        if (step.conversations().hasWork()) {
            step.publish(step.conversations().work(PIECE), now);
        }
    }

    /** What a signal's key says: conversation ~ signal ~ revision ~ digest. */
    private record Revision(
            ConversationId conversation, SignalId signal, long revision, String digest) {
        static Revision of(Key key) {
            if (key.rest().size() != 3) {
                throw new Rejected(
                        "invalid-key",
                        "key of a signal must be conversation ~ signal ~ revision ~ digest, has "
                                + (key.rest().size() + 1)
                                + " parts");
            }
            try {
                return new Revision(
                        new ConversationId(key.place()),
                        new SignalId(key.rest().get(0)),
                        Long.parseLong(key.rest().get(1)),
                        key.rest().get(2));
            } catch (IllegalArgumentException e) {
                throw new Rejected(
                        "invalid-key",
                        "revision in the key of a signal must be a whole number, and its ids not blank");
            }
        }
    }
}
