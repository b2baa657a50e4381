package dev.followthrough.ingest.slack;

/** The only three entities Slack writes. */
final class Entities {
    private Entities() {}

    /** Length of the entity at an offset; 0 where there is none. */
    static int lengthAt(String text, int at) {
        if (text.startsWith("&amp;", at)) {
            return 5;
        }
        return text.startsWith("&lt;", at) || text.startsWith("&gt;", at) ? 4 : 0;
    }

    /** The character that the entity at an offset stands for. */
    static char charAt(String text, int at) {
        return switch (text.charAt(at + 1)) {
            case 'a' -> '&';
            case 'l' -> '<';
            default -> '>';
        };
    }

    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = lengthAt(text, at);
            out.append(length == 0 ? text.charAt(at) : charAt(text, at));
            at += Math.max(1, length);
        }
        return out.toString();
    }
}
