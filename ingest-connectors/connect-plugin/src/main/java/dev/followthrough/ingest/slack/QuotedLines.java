package dev.followthrough.ingest.slack;

/**
 * A message's own lines and the lines it quotes ({@code >} before a line, {@code >>>} before all
 * that follows; old exports do not escape them). Inside code blocks nothing is a quote.
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
        int at = 0;
        while (lengthAt(line, at) > 0) {
            at += lengthAt(line, at);
            count++;
        }
        return count;
    }

    private static int lengthAt(String line, int at) {
        return line.startsWith("&gt;", at) ? "&gt;".length() : line.startsWith(">", at) ? 1 : 0;
    }

    private static String withoutMarkers(String line) {
        int at = 0;
        while (lengthAt(line, at) > 0) {
            at += lengthAt(line, at);
        }
        return line.substring(at).strip();
    }

    private static boolean hasOddFences(String line) {
        int count = 0;
        for (int at = line.indexOf(FENCE); at >= 0; at = line.indexOf(FENCE, at + FENCE.length())) {
            count++;
        }
        return count % 2 == 1;
    }
}
