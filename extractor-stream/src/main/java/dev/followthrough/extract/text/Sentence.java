package dev.followthrough.extract.text;

/**
 * A stretch of a text that is tagged as one sentence, or left unread.
 *
 * @param number as clauses count it, from 0
 * @param start UTF-16 offset
 * @param end UTF-16 offset, exclusive
 * @param bullet whether it is an item of a list
 * @param read whether it was tagged
 * @param why the word that made it worth reading, or what else decided
 */
public record Sentence(int number, int start, int end, boolean bullet, boolean read, String why) {}
