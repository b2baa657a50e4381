package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * How one time came about, or why words that a pattern knows are none.
 *
 * @param words as written
 * @param start UTF-16 offset
 * @param end UTF-16 offset, exclusive
 * @param pattern id of the pattern
 * @param said what the pattern says, by the names of the pattern file
 * @param bound direction
 * @param found the expression; absent where the words were dropped
 * @param dropped why they were dropped; empty where they were not
 * @param policy what the policy and the calendar had to say about it
 * @param cues what spoke for and against a deadline
 * @param threshold from which sum on it is a deadline
 */
public record TimeTrace(
        String words,
        int start,
        int end,
        String pattern,
        Map<String, Integer> said,
        Bound bound,
        @Nullable TimeExpression found,
        String dropped,
        List<String> policy,
        List<CueTrace> cues,
        int threshold) {
    /**
     * What spoke for or against a deadline.
     *
     * @param group name of the cue's group
     * @param words that are the cue; empty for a direction
     */
    public record CueTrace(String group, String words, int weight) {}

    public TimeTrace {
        said = Map.copyOf(said);
        policy = List.copyOf(policy);
        cues = List.copyOf(cues);
    }

    /** The sum of the cues. */
    public int score() {
        return cues.stream().mapToInt(CueTrace::weight).sum();
    }
}
