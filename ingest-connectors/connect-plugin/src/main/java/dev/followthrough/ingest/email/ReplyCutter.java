package dev.followthrough.ingest.email;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the body of a mail down to what its author newly wrote. Own words between quotes survive;
 * quoted and forwarded mails, signatures, notices go. Rules look at a bounded part of each line, so
 * the time taken is linear in the size of the mail.
 */
final class ReplyCutter {
    private final List<Line> lines;
    private final Zone[] zones;
    private final String author;
    private int ownWords;

    private ReplyCutter(List<Line> lines, String author) {
        this.lines = lines;
        this.zones = new Zone[lines.size()];
        this.author = author;
        Arrays.fill(zones, Zone.OWN);
    }

    /**
     * @param author the sender's name, which opens many signatures; empty where not known
     */
    static Cut cut(List<Line> lines, String author) {
        ReplyCutter cutter = new ReplyCutter(lines, author);
        cutter.markHistory();
        cutter.markTails();
        return cutter.cut();
    }

    private void markHistory() {
        int at = 0;
        while (at < lines.size()) {
            at = markAt(at);
        }
    }

    /** Decides about a line; returns the next one to look at. */
    private int markAt(int at) {
        Line line = lines.get(at);
        if (line.hint() == Line.Hint.HISTORY) {
            return markRest(at);
        }
        if (line.hint() == Line.Hint.SIGNATURE) {
            zones[at] = Zone.SIGNATURE;
            return at + 1;
        }
        if ((line.isQuote() && !Attribution.isBrokenOff(lines, at)) || isBrokenLink(at)) {
            zones[at] = Zone.QUOTE;
            return at + 1;
        }
        if (Separator.isAt(lines, at)) {
            return markBehind(at, at + 1);
        }
        if (line.isBlank()) {
            return at + 1;
        }
        PrintedHeader header = PrintedHeader.at(lines, at);
        return header != null ? markBehind(header.top(lines), header.end()) : markAttribution(at);
    }

    private int markAttribution(int at) {
        boolean quoted = isQuoteNext(at + 1);
        int start = Attribution.startOf(lines, at, quoted);
        ownWords++;
        if (start < 0) {
            return at + 1;
        }
        mark(start, at + 1, Zone.HISTORY);
        // Nothing own stands above: the author answers below, or quotes without signs.
        return quoted || ownWords <= 0 ? at + 1 : markRest(at + 1);
    }

    /** Another mail begins: all the rest is its, unless it is quoted by signs. */
    private int markBehind(int from, int to) {
        mark(from, to, Zone.HISTORY);
        return isQuoteNext(to) ? to : markRest(to);
    }

    private int markRest(int from) {
        mark(from, lines.size(), Zone.HISTORY);
        return lines.size();
    }

    private void mark(int from, int to, Zone zone) {
        for (int i = from; i < to; i++) {
            ownWords -= zones[i] == Zone.OWN && !lines.get(i).isBlank() ? 1 : 0;
            zones[i] = zone;
        }
    }

    private boolean isQuoteNext(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at < lines.size() && lines.get(at).isQuote();
    }

    /** The end of a link that a client wrapped out of a quoted line. */
    private boolean isBrokenLink(int at) {
        if (at == 0 || zones[at - 1] != Zone.QUOTE || lines.get(at).isBlank()) {
            return false;
        }
        String before = lines.get(at - 1).head();
        String head = lines.get(at).head();
        int link = Math.max(before.lastIndexOf("(http"), before.lastIndexOf("<http"));
        boolean open = link >= 0 && before.indexOf(')', link) < 0 && before.indexOf('>', link) < 0;
        boolean onlyLink =
                (head.startsWith("(http") || head.startsWith("<http"))
                        && head.split(" ").length <= 2;
        return open && head.indexOf(' ') < 0
                || onlyLink && at + 1 < lines.size() && lines.get(at + 1).isQuote();
    }

    private void markTails() {
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && zones[end] == Zone.OWN) {
                end++;
            }
            if (end > at) {
                Tail.cut(lines, zones, at, end, author);
            }
            at = end + 1;
        }
    }

    private Cut cut() {
        StringBuilder own = new StringBuilder();
        StringBuilder quoted = new StringBuilder();
        List<Zone> kinds = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            kinds.add(zones[i]);
            StringBuilder into = zones[i] == Zone.QUOTE || zones[i] == Zone.HISTORY ? quoted : own;
            boolean gap = zones[i] != Zone.OWN && into == own || lines.get(i).isBlank();
            append(into, gap ? "" : lines.get(i).text().stripTrailing());
        }
        return new Cut(strip(own), strip(quoted), lines, kinds);
    }

    /** Appends a line; two blank lines after each other become one. */
    private static void append(StringBuilder text, String line) {
        int length = text.length();
        boolean blankBefore =
                length == 0
                        || length >= 2
                                && text.charAt(length - 1) == '\n'
                                && text.charAt(length - 2) == '\n';
        if (!line.isEmpty() || !blankBefore) {
            text.append(line).append('\n');
        }
    }

    private static String strip(StringBuilder text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\n') {
            from++;
        }
        int to = text.length();
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
