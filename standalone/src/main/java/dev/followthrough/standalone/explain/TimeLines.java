package dev.followthrough.standalone.explain;

import dev.followthrough.extract.time.TimeExpression;
import dev.followthrough.extract.time.TimeTrace;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How each time was found and resolved: words, pattern, instant, policy, deadline or not. */
final class TimeLines {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss xxx", Locale.ENGLISH);

    private final Page page;

    TimeLines(Page page) {
        this.page = page;
    }

    void print(TimeTrace trace) {
        TimeExpression time = trace.found();
        if (time == null) {
            page.entry(
                    "  ",
                    "“"
                            + trace.words()
                            + "” is none: "
                            + trace.dropped()
                            + " ("
                            + says(trace)
                            + ")");
            return;
        }
        page.entry("  ", "“" + trace.words() + "” → " + resolved(time));
        page.entry("     pattern   ", says(trace));
        if (!trace.policy().isEmpty()) {
            page.entry("     policy    ", String.join(", ", trace.policy()));
        }
        page.entry("     deadline  ", deadline(trace, time));
    }

    private static String resolved(TimeExpression time) {
        if (time.recurrence() != null) {
            return "repeats, no single instant";
        }
        if (time.at() == null) {
            return "no instant: waits for “"
                    + time.anchor()
                    + "”"
                    + (time.relation() == null ? "" : ", " + time.relation())
                    + (time.offset() == null ? "" : " by " + time.offset());
        }
        String from =
                time.from() == null || isSameDay(time, time.from())
                        ? ""
                        : " (from " + WHEN.format(time.from().atZone(time.zone())) + ")";
        String other =
                time.alternative() == null
                        ? ""
                        : "; could also be " + WHEN.format(time.alternative().atZone(time.zone()));
        return WHEN.format(time.at().atZone(time.zone()))
                + ", "
                + time.grain().name().toLowerCase(Locale.ROOT)
                + from
                + other;
    }

    private static boolean isSameDay(TimeExpression time, Instant from) {
        return time.at() != null
                && from.atZone(time.zone())
                        .toLocalDate()
                        .equals(time.at().atZone(time.zone()).toLocalDate());
    }

    private static String says(TimeTrace trace) {
        String fields =
                new TreeMap<>(trace.said())
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining(" "));
        return trace.pattern()
                + (fields.isEmpty() ? "" : ": " + fields)
                + ", direction "
                + trace.bound().name().toLowerCase(Locale.ROOT);
    }

    private static String deadline(TimeTrace trace, TimeExpression time) {
        String cues =
                trace.cues().stream()
                        .map(
                                cue ->
                                        String.format(Locale.ROOT, "%+d ", cue.weight())
                                                + cue.group()
                                                + (cue.words().isEmpty()
                                                        ? ""
                                                        : " “" + cue.words() + "”"))
                        .collect(Collectors.joining(", "));
        String sum = trace.score() + " of " + trace.threshold() + " needed";
        boolean otherwise = !time.deadline() && trace.score() >= trace.threshold();
        return (time.deadline() ? "yes: " : "no: ")
                + (cues.isEmpty() ? "nothing speaks for it" : cues)
                + " = "
                + sum
                + (otherwise ? "; but it only belongs to what follows, or waits for an event" : "");
    }
}
