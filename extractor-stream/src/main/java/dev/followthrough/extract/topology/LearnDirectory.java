package dev.followthrough.extract.topology;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.Key;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A directory entry into the partition's own copy; the conversations that it explains are resolved
 * again on the timer.
 */
final class LearnDirectory implements Processor<String, DirectoryEntry, String, Reading> {
    private final ReadingTools tools;
    private @Nullable ReadStep step;

    LearnDirectory(ReadingTools tools) {
        this.tools = tools;
    }

    @Override
    public void init(ProcessorContext<String, Reading> context) {
        step = new ReadStep(context, tools);
    }

    @Override
    @SuppressWarnings("NullAway") // Streams calls init first.
    public void process(Record<String, DirectoryEntry> record) {
        step.conversations().entry(Key.parse(record.key()).place(), record.value());
        step.publish(List.of(), record.timestamp());
    }
}
