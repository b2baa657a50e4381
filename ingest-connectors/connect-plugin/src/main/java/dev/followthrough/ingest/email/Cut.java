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
}
