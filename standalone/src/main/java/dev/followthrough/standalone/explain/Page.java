package dev.followthrough.standalone.explain;

import java.util.ArrayList;
import java.util.List;

/** Lines of at most {@value #WIDTH} columns; what is longer goes on below its own beginning. */
final class Page {
    static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();

    void heading(String text) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        entry("", text);
    }

    /** A label and its text; the text is wrapped under itself. */
    void entry(String label, String text) {
        List<String> lines = wrap(printable(text), WIDTH - label.length());
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? label : " ".repeat(label.length())) + lines.get(i);
            out.append(line.stripTrailing()).append('\n');
        }
    }

    /** Line ends become visible; what else a terminal would act on becomes a space. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n")
                .codePoints()
                .forEach(
                        c -> {
                            if (c == '\n') {
                                clean.append('⏎');
                            } else {
                                clean.appendCodePoint(isMark(c) ? ' ' : c);
                            }
                        });
        return clean.toString();
    }

    private static boolean isMark(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int cut = blank > 0 ? blank : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
