package dev.followthrough.ingest.email;

import java.util.List;

/**
 * Takes from the end of an author's words what is no words: rulers, signatures, notices. Works on
 * one run of own lines and writes into the zones.
 */
final class Tail {
    /** More lines than this below two dashes are no signature. */
    private static final int LONGEST_SIGNATURE = 25;

    private static final int LONGEST_FOOTER = 12;

    /** More kinds of endings than this do not stand below each other; bounds the time taken. */
    private static final int MOST_ROUNDS = 12;

    /** Notices are looked for in this many lines at the end. */
    private static final int LONGEST_NOTICE = 60;

    private final List<Line> lines;
    private final Zone[] zones;
    private final String author;
    private final int start;
    private int end;

    private Tail(List<Line> lines, Zone[] zones, int start, int end, String author) {
        this.lines = lines;
        this.zones = zones;
        this.start = start;
        this.end = end;
        this.author = author;
    }

    static void cut(List<Line> lines, Zone[] zones, int start, int end, String author) {
        Tail tail = new Tail(lines, zones, start, end, author);
        tail.dropWarning();
        int before = end + 1;
        for (int round = 0; tail.end < before && round < MOST_ROUNDS; round++) {
            before = tail.end;
            tail.dropRulers();
            tail.dropNotices();
            tail.dropDelimited();
            tail.dropSentFrom();
            tail.dropBlock();
        }
    }

    private void mark(int from, Zone zone) {
        for (int i = from; i < end; i++) {
            zones[i] = zone;
        }
        end = Math.min(end, from);
    }

    private void dropWarning() {
        int from = start;
        while (from < end && lines.get(from).isBlank()) {
            from++;
        }
        int to = from;
        while (to < end && !lines.get(to).isBlank()) {
            to++;
        }
        if (start == 0 && to > from && to - from < 8 && Boilerplate.isWarning(text(from, to))) {
            for (int i = start; i < to; i++) {
                zones[i] = Zone.FOOTER;
            }
        }
    }

    private void dropRulers() {
        int from = end;
        while (from > start && (lines.get(from - 1).isBlank() || lines.get(from - 1).isRuler())) {
            from--;
        }
        mark(from, Zone.FOOTER);
    }

    /** From the first notice on: nobody writes below one. */
    private void dropNotices() {
        int from = Math.max(start, end - LONGEST_NOTICE);
        while (from < end) {
            int to = paragraphEnd(from);
            if (to > from
                    && zones[from] == Zone.OWN
                    && Boilerplate.isNotice(text(from, to))
                    && isClosing(from, to)) {
                mark(from, Zone.FOOTER);
                return;
            }
            from = Math.max(to, from) + 1;
        }
    }

    /** A paragraph that could be the author's (the only one, or with much behind it) is none. */
    private boolean isClosing(int from, int to) {
        int behind = 0;
        for (int i = to; i < end; i++) {
            behind += lines.get(i).isBlank() ? 0 : 1;
        }
        return from > start && behind <= LONGEST_SIGNATURE;
    }

    private void dropDelimited() {
        int below = 0;
        int found = -1;
        boolean contact = false;
        boolean prose = false;
        for (int i = end - 1; i >= start && below <= LONGEST_SIGNATURE; i--) {
            String head = lines.get(i).head();
            boolean exact =
                    head.equals("--")
                            || head.equals("—")
                            || head.equals("––")
                            || head.equals("__")
                            || head.startsWith("-----BEGIN PGP SIGNATURE");
            boolean ruler = lines.get(i).isRuler() && head.length() >= 3;
            if (exact || ruler && below <= LONGEST_FOOTER && contact && !prose) {
                found = i;
            }
            below += lines.get(i).isBlank() ? 0 : 1;
            boolean told = isContact(i);
            contact |= told;
            prose |= !told && !ruler && SignatureBlock.isSentence(head);
        }
        if (found >= 0) {
            mark(found, Zone.SIGNATURE);
        }
    }

    private boolean isContact(int at) {
        String head = lines.get(at).head();
        return head.indexOf('@') > 0
                || head.contains("://")
                || head.contains("www.")
                || SignatureBlock.isName(lines.get(at), author)
                || Boilerplate.isNotice(head);
    }

    private void dropSentFrom() {
        while (end > start && (lines.get(end - 1).isBlank() || SentFrom.isAt(lines.get(end - 1)))) {
            mark(end - 1, Zone.SIGNATURE);
        }
    }

    private void dropBlock() {
        int from = end;
        while (from > start && end - from <= LONGEST_SIGNATURE && !lines.get(from - 1).isBlank()) {
            from--;
        }
        int block = SignatureBlock.startIn(lines, from, end, author);
        int words = start;
        while (words < block && lines.get(words).isBlank()) {
            words++;
        }
        if (words < block) {
            mark(block, Zone.SIGNATURE);
        }
    }

    private int paragraphEnd(int from) {
        int to = from;
        while (to < end && !lines.get(to).isBlank()) {
            to++;
        }
        return to;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to && text.length() < 2000; i++) {
            text.append(lines.get(i).head()).append('\n');
        }
        return text.toString();
    }
}
