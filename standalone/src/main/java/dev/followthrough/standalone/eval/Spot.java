package dev.followthrough.standalone.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where words stand. Two spots are the same where the refs are, and half of the shorter quote's
 * words stand in the other; the scoring scripts compare alike.
 */
record Spot(String ref, String quote) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[\\p{L}\\p{N}]+)?");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,4}):(\\d{1,4}):(\\d{1,4}(?:\\.\\d+)?)");
    private static final String TRANSCRIPT = "vtt:";

    /** Cues of one transcript so close are one turn. */
    private static final double TURN_SECONDS = 60;

    boolean same(Spot other) {
        return sameRef(ref, other.ref) && overlap(quote, other.quote);
    }

    /** Half of the shorter one's words, each counted as often as it occurs. */
    static boolean overlap(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        List<String> shorter = a.size() <= b.size() ? a : b;
        List<String> pool = new ArrayList<>(a.size() <= b.size() ? b : a);
        if (shorter.isEmpty()) {
            return false;
        }
        long shared = shorter.stream().filter(pool::remove).count();
        return shared * 2 >= shorter.size();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.replace('’', '\''))
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean sameRef(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (!a.startsWith(TRANSCRIPT) || !b.startsWith(TRANSCRIPT)) {
            return false;
        }
        double apart = Math.abs(seconds(after(a)) - seconds(after(b)));
        return before(a).equals(before(b)) && apart <= TURN_SECONDS;
    }

    private static String before(String ref) {
        int hash = ref.indexOf('#');
        return hash < 0 ? ref : ref.substring(0, hash);
    }

    private static String after(String ref) {
        return ref.substring(ref.indexOf('#') + 1);
    }

    /** Not a number where it is no clock, and then near nothing. */
    private static double seconds(String clock) {
        var parts = CLOCK.matcher(clock);
        if (!parts.matches()) {
            return Double.NaN;
        }
        return Integer.parseInt(parts.group(1)) * 3600
                + Integer.parseInt(parts.group(2)) * 60
                + Double.parseDouble(parts.group(3));
    }
}
