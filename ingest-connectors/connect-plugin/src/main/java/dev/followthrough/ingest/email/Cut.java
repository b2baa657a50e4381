package dev.followthrough.ingest.email;

import java.util.List;

/**
 * A mail's body, taken apart. Offsets of evidence refer to {@link #own()}.
 *
 * @param own the author's own new words, paragraphs in between kept, no blank lines around them
 * @param quoted what was cut of other mails, with the signs of quotation
 */
record Cut(String own, String quoted, List<Line> lines, List<Zone> zones) {
    Cut {
        lines = List.copyOf(lines);
        zones = List.copyOf(zones);
    }

    /**
     * Own words together with the quotes that stand between them, as a reader of an inline reply
     * sees it.
     */
    String withInlineQuotes() {
        int last = zones.lastIndexOf(Zone.OWN);
        StringBuilder text = new StringBuilder();
        boolean begun = false;
        boolean introduced = false;
        for (int i = 0; i <= last; i++) {
            begun |= zones.get(i) == Zone.OWN && !lines.get(i).isBlank();
            introduced |= zones.get(i) == Zone.HISTORY && !begun;
            boolean answered = zones.get(i) == Zone.QUOTE && (begun || !introduced);
            if (zones.get(i) == Zone.OWN || answered) {
                text.append(lines.get(i).text()).append('\n');
            }
        }
        return begun ? text.toString().strip() : "";
    }
}
