package dev.followthrough.extract.contract;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** What a number counts: the last noun of those that follow it, in its base form. */
final class Counted {
    private static final int MODIFIERS = 3;
    private static final int NOUNS = 4;

    /** Nouns that say something of the number and are not counted. */
    static final String BOUNDS =
            "max|maximum|min|minimum|cap|limit|limits|ceiling|quota|allowance|tops|total|each|extra"
                    + "|overage|budget|volume";

    private static final String NOTHING =
            "am|pm|o'clock|thing|things|point|points|question|questions|way|ways|reason|reasons|no"
                    + "|weekday|weekdays|monday|mondays|tuesday|tuesdays|wednesday|wednesdays"
                    + "|thursday|thursdays|friday|fridays|saturday|saturdays|sunday|sundays|january"
                    + "|february|march|april|may|june|july|august|september|october|november"
                    + "|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec";

    /** A measure ends what is counted: “2 TB storage”, “40 hours support”. */
    private static final String MEASURES =
            "kb|mb|gb|tb|pb|kg|km|cm|mm|ms|kw|mw|kwh|mwh|h|hr|hrs|hour|hours|min|mins|minutes";

    private static final String NO_PLURAL =
            "series|species|premises|news|sms|gps|gbps|mbps|ms|access";
    private static final String OWN_E = "movies|cookies|caches|niches";

    private Counted() {}

    /**
     * A counted thing.
     *
     * @param name base form; abbreviations as written
     * @param one whether it is written as one thing is: “user” and not “users”
     * @param isName whether it is written as names are: “Street”
     */
    record Thing(String name, boolean one, boolean isName, int to) {}

    /** The thing whose words begin there. */
    static @Nullable Thing at(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && at < from + MODIFIERS && modifies(tokens, at)) {
            at++;
        }
        int end = at;
        while (end < tokens.size() && end < at + NOUNS && isNoun(tokens, end, at)) {
            end++;
            if (isMeasure(tokens.get(end - 1).lower())) {
                break;
            }
        }
        boolean powered = end < tokens.size() && Words.in(tokens.get(end).text(), "²|³");
        if (end == at || powered) {
            return null;
        }
        Token head = tokens.get(end - 1);
        boolean isName =
                head.tag().equals("PROPN")
                        && head.text().length() > 1
                        && Character.isUpperCase(head.text().charAt(0))
                        && Character.isLowerCase(head.text().charAt(1));
        String name = base(head.text());
        boolean one = name.equals(head.lower()) && name.length() > 2 && !isMany(name);
        return new Thing(name, one, isName, end);
    }

    /** Whether the word names no thing that is counted, but a time of day, a month or a manner. */
    static boolean isNothing(String lower) {
        return Words.in(lower, NOTHING);
    }

    private static boolean modifies(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean verb = token.tag().equals("VERB") && token.lower().endsWith("ed");
        return (token.tag().equals("ADJ") || verb)
                && !Words.in(token.lower(), BOUNDS)
                && Lengths.roundOf(token.lower()) == null;
    }

    /** A number's plural is no verb: “two releases”, “two site visits”. */
    private static boolean isNoun(List<Token> tokens, int at, int first) {
        Token token = tokens.get(at);
        if (!Character.isLetter(token.text().charAt(0))
                || Words.in(token.lower(), BOUNDS)
                || isNothing(token.lower())
                || Rates.roundOf(token.lower()) != null) {
            return false;
        }
        boolean plural = token.lower().length() > 3 && !base(token.text()).equals(token.lower());
        boolean before = at == first || !isPlural(tokens.get(at - 1));
        return Words.in(token.tag(), "NOUN|PROPN|X")
                || plural && before && token.tag().equals("VERB");
    }

    /** Whether it is written as more than one. */
    static boolean isPlural(Token token) {
        return Words.in(token.tag(), "NOUN|PROPN|X|VERB")
                && token.lower().length() > 3
                && !base(token.text()).equals(token.text())
                && !base(token.text()).equals(token.lower());
    }

    private static boolean isMeasure(String lower) {
        return Words.in(lower, MEASURES) || Lengths.unit(lower) != null;
    }

    private static boolean isMany(String name) {
        return name.equals("hrs")
                || Words.in(name, "person|staff|personnel")
                || Words.in(name, NO_PLURAL);
    }

    /** “tickets” is of “ticket”; “GB” stays, “SKUs” is of “SKU”. */
    static String base(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        int last = written.length() - 1;
        boolean capitals = last > 0 && Character.isUpperCase(written.charAt(1));
        if (capitals) {
            return written.charAt(last) == 's' ? written.substring(0, last) : written;
        }
        if (word.equals("people") || word.equals("hrs")) {
            return word.equals("people") ? "person" : "hr";
        }
        if (word.length() <= 3 || !word.endsWith("s") || Words.in(word, NO_PLURAL)) {
            return last == 0 ? written : word;
        }
        return singular(word);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && !Words.in(word, OWN_E)) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean sibilant =
                word.endsWith("sses")
                        || word.endsWith("shes")
                        || word.endsWith("ches")
                        || word.endsWith("xes")
                        || word.endsWith("tuses")
                        || word.endsWith("puses");
        if (sibilant && !Words.in(word, OWN_E)) {
            return word.substring(0, word.length() - 2);
        }
        boolean none = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
        return none ? word : word.substring(0, word.length() - 1);
    }
}
