package dev.followthrough.ingest.email;

/**
 * One line of a mail's body and what the mail's markup says about it.
 *
 * @param text without its line end
 */
record Line(String text, Hint hint) {
    /** What HTML says by structure; plain text says nothing. */
    enum Hint {
        NONE,
        /** From here on the markup holds another mail. */
        HISTORY,
        SIGNATURE
    }

    /** No line is looked at further than this: rules stay linear on a line of any length. */
    static final int LOOKED_AT = 600;

    static Line of(String text) {
        return new Line(text, Hint.NONE);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Text before {@link #LOOKED_AT}, without the blanks around it. */
    String head() {
        return (text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text).strip();
    }

    /** Whether another mail's words stand here by the sign {@code >}. */
    boolean isQuote() {
        String head = head();
        return head.startsWith(">") && !head.endsWith("<<") && !head.endsWith("<<<");
    }

    /** Whether the line is made of signs only, such as a ruler. */
    boolean isRuler() {
        String head = head();
        return head.equals("ᐧ")
                || head.length() >= 2
                        && head.chars()
                                .noneMatch(
                                        c ->
                                                Character.isLetterOrDigit(c)
                                                        || c == '>'
                                                        || c > 0x2FFF);
    }
}
