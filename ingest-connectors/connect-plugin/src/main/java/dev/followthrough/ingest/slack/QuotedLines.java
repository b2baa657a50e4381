package dev.followthrough.ingest.slack;

/**
 * A message's own lines and the lines it quotes ({@code >} before a line, {@code >>>} before all
 * that follows; both escaped). Inside code blocks nothing is a quote.
 */
record QuotedLines(String own, String quoted) {
    private static final String FENCE = "```";

    static QuotedLines split(String raw) {
        StringBuilder own = new StringBuilder();
        StringBuilder quoted = new StringBuilder();
        boolean code = false;
        boolean rest = false;
        for (String line : raw.split("\n", -1)) {
            int markers = code ? 0 : markersAt(line);
            rest |= !code && markers >= 3;
            boolean isQuote = rest || markers > 0;
            (isQuote ? quoted : own).append(isQuote ? withoutMarkers(line) : line).append('\n');
            code = code != (!isQuote && hasOddFences(line));
        }
        return new QuotedLines(own.toString(), quoted.toString());
    }

    private static int markersAt(String line) {
        int count = 0;
        while (line.startsWith("&gt;", count * 4)) {
            count++;
        }
        return count;
    }

    private static String withoutMarkers(String line) {
        return line.substring(markersAt(line) * 4).strip();
    }

    private static boolean hasOddFences(String line) {
        int count = 0;
        for (int at = line.indexOf(FENCE); at >= 0; at = line.indexOf(FENCE, at + FENCE.length())) {
            count++;
        }
        return count % 2 == 1;
    }
}
