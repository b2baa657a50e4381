package dev.followthrough.ingest.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sentence with which a client introduces quoted words, in the language of the client and often
 * wrapped over several lines: “On Tue, 7 Oct 2025 at 23:12, Ana &lt;ana@a.example&gt; wrote:”.
 * Recognized by what it is made of (a date, a name or address, a verb of writing, a colon at the
 * end), not by whole sentences.
 */
final class Attribution {
    private static final int MOST_LINES = 5;
    private static final int LONGEST = 500;
    private static final int DATE_WITHIN = 60;

    private static final Pattern VERB =
            Pattern.compile(
                    "(?<!\\p{L})(?:wrote|writes|schrieb|schreef|geschreven|heeft|schreibt|a écrit|écrit|écrivait|escribió|escribio|escribe"
                            + "|escreveu|ha scritto|scritto|scrive|skrev|skrifaði|kirjoitti|napisał|napisała|napisał\\(a\\)|pisze|написал|написала"
                            + "|написал\\(a\\)|написав|написала|пише|пишет|napsal|napsal\\(a\\)|napísal|írta|a scris|yazdı|şunu yazdı|menulis"
                            + "|viết|đã viết|έγραψε|rašė|kirjutas|je napisao|напиша|写道|寫道|写入|さんは書きました|のメッセージ|님이 작성)(?!\\p{L})");
    private static final Pattern STARTER =
            Pattern.compile(
                    "^(?:on|at|am|le|el|em|il|in data|op|den|dne|dnia|w dniu|på|a|la|no dia|på|pada|vào|στις|u|dana|kl)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMERIC_DATE =
            Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{4}年");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    private static final Pattern NAMED_DATE =
            Pattern.compile(
                    "(\\p{L}{3,12})\\.? \\d{1,2}(?!\\d)|(?<!\\d)\\d{1,2}\\.? (?:de )?(\\p{L}{3,12})");

    private Attribution() {}

    /**
     * The first line of the attribution that ends with this line; -1 where none ends here.
     *
     * @param quoteFollows whether the next line that is not blank is quoted by {@code >}
     */
    static int startOf(List<Line> lines, int end, boolean quoteFollows) {
        String last = trimmed(lines.get(end));
        if (!endsLikeOne(last, quoteFollows)) {
            return -1;
        }
        int found = -1;
        String joined = "";
        for (int start = end; start >= 0 && start > end - MOST_LINES; start--) {
            Line line = lines.get(start);
            boolean quote = line.isQuote() && !isBrokenOff(lines, start);
            if (quote || line.isBlank() && !opensAddress(joined)) {
                break;
            }
            joined = (trimmed(line) + " " + joined).strip();
            if (joined.length() > LONGEST) {
                break;
            }
            if (opensWithDate(joined)) {
                return start;
            }
            found = found < 0 && isWithoutDate(joined) ? start : found;
        }
        return found;
    }

    /** {@code > wrote:}: the end of an address that a client wrapped, and no quote. */
    static boolean isBrokenOff(List<Line> lines, int at) {
        String head = lines.get(at).head();
        boolean inQuote = at > 0 && lines.get(at - 1).isQuote();
        return !inQuote
                && head.length() < DATE_WITHIN
                && head.lastIndexOf('>') == 0
                && head.startsWith("> ")
                && head.endsWith(":")
                && VERB.matcher(head).find();
    }

    /** An address may stand on lines of its own. */
    private static boolean opensAddress(String joined) {
        return joined.startsWith("<") || joined.startsWith("> ");
    }

    private static String trimmed(Line line) {
        String head = line.head();
        int from = 0;
        while (from < head.length()
                && (head.charAt(from) == '-'
                        || head.charAt(from) == '*'
                        || head.charAt(from) == ' ')) {
            from++;
        }
        int to = head.length();
        while (to > from && (head.charAt(to - 1) == '*' || head.charAt(to - 1) == ' ')) {
            to--;
        }
        return head.substring(from, to);
    }

    private static boolean endsLikeOne(String text, boolean quoteFollows) {
        return text.endsWith(":")
                || text.endsWith("：")
                || text.endsWith("wrote ----")
                || text.endsWith("-----")
                || quoteFollows && text.endsWith(">");
    }

    private static boolean opensWithDate(String text) {
        boolean verb = hasVerb(text);
        boolean address = text.indexOf('@') >= 0;
        if (!verb && !address || text.endsWith("-") && !verb) {
            return false;
        }
        String opening = text.substring(0, Math.min(text.length(), DATE_WITHIN));
        boolean digitFirst = Character.isDigit(text.charAt(0));
        if (STARTER.matcher(text).find()) {
            return verb && hasDate(opening, true) || address && hasDate(opening, false);
        }
        boolean addressLast = text.endsWith(">:");
        return hasDate(opening, digitFirst)
                && (verb || digitFirst || addressLast)
                && !isSentence(opening);
    }

    /** A word that is no weekday stands first. */
    private static boolean isSentence(String opening) {
        int blank = opening.indexOf(' ');
        String first = blank < 0 ? opening : opening.substring(0, blank);
        boolean weekday = first.length() <= 4 || first.endsWith(",") || first.endsWith(".");
        return !weekday && !Character.isDigit(opening.charAt(0)) && first.charAt(0) < 0x2E80;
    }

    /** “sent” is an everyday word: only as the last one it introduces a quote. */
    private static boolean hasVerb(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return VERB.matcher(lower).find() || lower.endsWith(" sent:");
    }

    /** {@code Ana <ana@a.example> wrote:}: an address and a verb at the end, and little else. */
    private static boolean isWithoutDate(String text) {
        int at = text.indexOf('@');
        return at > 0
                && text.length() < 200
                && Character.isLetterOrDigit(text.codePointAt(0))
                && hasVerb(text.substring(at));
    }

    private static boolean hasDate(String text, boolean loosely) {
        if (NUMERIC_DATE.matcher(text).find() || YEAR.matcher(text).find()) {
            return true;
        }
        var named = NAMED_DATE.matcher(text);
        while (loosely && named.find()) {
            String word = named.group(1) != null ? named.group(1) : named.group(2);
            if (MailDate.month(word) > 0) {
                return true;
            }
        }
        return false;
    }
}
