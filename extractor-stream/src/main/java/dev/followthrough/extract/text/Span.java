package dev.followthrough.extract.text;

/**
 * A stretch of the text.
 *
 * @param start UTF-16 offset
 * @param end UTF-16 offset, exclusive
 * @param bullet whether a list mark stood before it
 */
record Span(int start, int end, boolean bullet) {}
