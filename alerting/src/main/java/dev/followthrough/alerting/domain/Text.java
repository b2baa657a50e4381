package dev.followthrough.alerting.domain;

/** Cutting text to a length without breaking a character in two. */
public final class Text {
    private Text() {}

    /**
     * The text itself where it fits, else its beginning and an ellipsis, together at most {@code
     * max} UTF-16 units.
     */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
