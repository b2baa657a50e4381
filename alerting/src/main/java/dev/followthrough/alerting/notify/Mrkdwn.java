package dev.followthrough.alerting.notify;

/**
 * Words of others inside Slack's markup: shown, never interpreted. {@code &}, {@code <} and {@code
 * >} are the only control characters, so that nothing quoted can call a channel or hide a link.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text/#escaping">Escaping
 *     text</a>
 */
final class Mrkdwn {
    private static final String MORE = "…";

    private Mrkdwn() {}

    /** Escaped text of at most {@code max} UTF-16 units; a longer one is cut between characters. */
    static String escape(String text, int max) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            String escaped = escape(point);
            boolean last = i + Character.charCount(point) == text.length();
            if (out.length() + escaped.length() + (last ? 0 : MORE.length()) > max) {
                return out.append(MORE).toString();
            }
            out.append(escaped);
            i += Character.charCount(point);
        }
        return out.toString();
    }

    private static String escape(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.isISOControl(point) ? " " : Character.toString(point);
        };
    }

    /**
     * Plain text has no markup, but no entities either: the brackets are replaced by likenesses.
     */
    static String plain(String text) {
        return Printable.line(text).replace('<', '‹').replace('>', '›');
    }
}
