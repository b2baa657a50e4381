package dev.followthrough.extract;

import dev.followthrough.contracts.model.Signal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was said before a signal in its conversation, as far as it may explain the signal.
 *
 * @param previous up to {@value #MAX_PREVIOUS} earlier signals of the conversation, not older than
 *     seven days, in (said_at, id) order
 * @param repliedTo the signal that is answered, where the source says so
 */
public record Context(List<Signal> previous, @Nullable Signal repliedTo) {
    /** How many earlier signals count. */
    public static final int MAX_PREVIOUS = 20;

    /** Nothing was said before. */
    public static final Context EMPTY = new Context(List.of(), null);

    public Context {
        previous = List.copyOf(previous);
        if (previous.size() > MAX_PREVIOUS) {
            previous = previous.subList(previous.size() - MAX_PREVIOUS, previous.size());
        }
    }
}
