package dev.followthrough.extract.topology;

import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.Key;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A human decision to the reading it speaks about. */
final class ReadActions implements Processor<String, Action, String, Reading> {
    private final ReadingTools tools;
    private @Nullable ReadStep step;

    ReadActions(ReadingTools tools) {
        this.tools = tools;
    }

    @Override
    public void init(ProcessorContext<String, Reading> context) {
        step = new ReadStep(context, tools);
    }

    @Override
    @SuppressWarnings("NullAway") // Streams calls init first.
    public void process(Record<String, Action> record) {
        if (record.value() != null) {
            step.publish(step.conversations().action(record.value()), record.timestamp());
            return;
        }
        Key key = Key.parse(record.key());
        if (key.rest().size() != 1) {
            throw new Rejected(
                    "invalid-key",
                    "key of an action must be conversation ~ action, has "
                            + (key.rest().size() + 1)
                            + " parts");
        }
        step.publish(
                step.conversations()
                        .erasedAction(new ConversationId(key.place()), key.rest().get(0)),
                record.timestamp());
    }
}
