package dev.followthrough.standalone.lines;

/** A line that cannot be read; the message says what is wrong, without quoting people's words. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(String message) {
        super(message, null, false, false);
    }
}
