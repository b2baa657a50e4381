package dev.followthrough.ingest.email;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The header that a client prints above the mail it quotes or forwards (“From: … Sent: … To: …”).
 *
 * @param start first line of the header
 * @param end line behind the header
 */
record PrintedHeader(int start, int end, Map<MailField, String> fields) {
    private static final int MOST_LINES = 60;
    private static final int MOST_WRAPPED = 30;

    /** The header that starts at this line; null where none does. */
    static @Nullable PrintedHeader at(List<Line> lines, int start) {
        MailField.Printed first = MailField.printedIn(lines.get(start));
        if (first == null || first.field() == MailField.OTHER || first.field() == MailField.CC) {
            return null;
        }
        PrintedHeader header = new Reading(lines, start).read();
        return header.isPlausible() ? header : null;
    }

    /**
     * The first line that belongs to the header: rulers and blank lines above it, and, where it has
     * no sender (Lotus Notes), the lines above with name and date.
     */
    int top(List<Line> lines) {
        int top = start;
        if (!fields.containsKey(MailField.FROM)) {
            int dated = above(lines, top);
            if (dated >= 0
                    && MailDate.hasDay(lines.get(dated).head())
                    && lines.get(dated).head().length() < 100) {
                top = dated;
                int name = dated - 1;
                boolean named =
                        name >= 0
                                && !lines.get(name).isBlank()
                                && lines.get(name).head().length() < 80;
                boolean dateOnly = Character.isDigit(lines.get(dated).head().charAt(0));
                top = named && dateOnly ? name : top;
            }
        }
        while (top > 0 && (lines.get(top - 1).isBlank() || lines.get(top - 1).isRuler())) {
            top--;
        }
        return top;
    }

    private static int above(List<Line> lines, int at) {
        int line = at - 1;
        while (line >= 0 && line > at - 3 && lines.get(line).isBlank()) {
            line--;
        }
        return line >= 0 && !lines.get(line).isBlank() ? line : -1;
    }

    String value(MailField field) {
        return fields.getOrDefault(field, "");
    }

    private boolean isPlausible() {
        boolean from = fields.containsKey(MailField.FROM);
        boolean to = fields.containsKey(MailField.TO);
        boolean date = fields.containsKey(MailField.DATE);
        if (fields.size() >= 3) {
            return from || date || to && fields.containsKey(MailField.SUBJECT);
        }
        boolean address = fields.values().stream().anyMatch(value -> value.indexOf('@') >= 0);
        return fields.size() == 2 && address && (from || date && to);
    }

    private static final class Reading {
        private final List<Line> lines;
        private final int start;
        private final Map<MailField, String> fields = new EnumMap<>(MailField.class);
        private int next;
        private int wrapped;
        private MailField last = MailField.OTHER;

        private Reading(List<Line> lines, int start) {
            this.lines = lines;
            this.start = start;
            this.next = start;
        }

        private PrintedHeader read() {
            while (next < lines.size() && next - start < MOST_LINES && takes(lines.get(next))) {
                next++;
            }
            return new PrintedHeader(start, next, Map.copyOf(fields));
        }

        private boolean takes(Line line) {
            MailField.Printed printed = MailField.printedIn(line);
            if (printed != null && isNew(printed)) {
                wrapped = 0;
                last = printed.field();
                fields.put(last, printed.value());
                return true;
            }
            if (line.isBlank()) {
                return fields.size() < 4
                        && (isNew(printedAt(next + 1))
                                || isBlankAt(next + 1) && isNew(printedAt(next + 2)));
            }
            if (printed != null || ++wrapped > MOST_WRAPPED || !continues(line)) {
                return false;
            }
            fields.merge(last, line.head(), (before, more) -> before + " " + more);
            return true;
        }

        private boolean continues(Line line) {
            return switch (last) {
                case FROM, TO, CC -> true;
                case SUBJECT -> printedAt(next + 1) != null;
                case DATE, OTHER -> line.text().startsWith(" ");
            };
        }

        private boolean isNew(MailField.@Nullable Printed printed) {
            return printed != null
                    && (printed.field() == MailField.OTHER || !fields.containsKey(printed.field()));
        }

        private boolean isBlankAt(int at) {
            return at < lines.size() && lines.get(at).isBlank();
        }

        private MailField.@Nullable Printed printedAt(int at) {
            return at < lines.size() ? MailField.printedIn(lines.get(at)) : null;
        }
    }
}
