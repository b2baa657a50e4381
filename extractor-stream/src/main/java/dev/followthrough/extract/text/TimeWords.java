package dev.followthrough.extract.text;

import java.util.Set;

/** What a time without a number may end with; a longer run of words is no such time. */
final class TimeWords {
    private static final Set<String> ALL =
            Set.of(
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "today",
                    "tonight",
                    "tomorrow",
                    "week",
                    "month",
                    "morning",
                    "afternoon",
                    "noon",
                    "lunch",
                    "eod",
                    "eow");

    private TimeWords() {}

    /** Whether a time may end with this one. */
    static boolean are(Token token) {
        return ALL.contains(token.lower());
    }
}
