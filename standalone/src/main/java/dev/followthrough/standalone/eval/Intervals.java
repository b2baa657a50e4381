package dev.followthrough.standalone.eval;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts the 95 % interval behind every share that a scoring script prints as a count of a count. */
final class Intervals {
    /** “name {'n': 499, 'of': 919, 'share': 0.543}”. */
    private static final Pattern DICTIONARY =
            Pattern.compile("^\\S+ +\\{'n': (\\d+), 'of': (\\d+), 'share': [^}]*}$");

    /** “commitments.right 108/142 0.761”. */
    private static final Pattern FRACTION = Pattern.compile("^\\S+ +(\\d+)/(\\d+) +[0-9.]+$");

    private Intervals() {}

    static String added(String figures) {
        return figures.lines().map(Intervals::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        Matcher found = DICTIONARY.matcher(line);
        if (!found.matches() && !found.usePattern(FRACTION).matches()) {
            return line;
        }
        Wilson wilson =
                Wilson.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        return String.format(Locale.ROOT, "%s  [%.3f, %.3f]", line, wilson.low(), wilson.high());
    }
}
