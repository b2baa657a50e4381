package dev.followthrough.extract.time;

/**
 * One word, number or mark.
 *
 * @param word lower case, quotes and dashes made plain
 * @param number its value, or −1 where it is none
 * @param digits how many digits it has; 0 for numbers in words
 * @param ordinal “15th”, “fifteenth”
 * @param glued stands without a space behind the token before it
 * @param capital begins with a capital letter
 * @param money stands behind a currency sign, or before a per cent sign
 * @param sentence number of the sentence, from 0
 * @param labels what it may be in a pattern, with {@code values} beside
 */
record Token(
        int start,
        int end,
        String word,
        int number,
        int digits,
        boolean ordinal,
        boolean glued,
        boolean capital,
        boolean money,
        int sentence,
        int[] labels,
        int[] values) {

    boolean is(String other) {
        return word.equals(other);
    }

    boolean isNumber() {
        return number >= 0;
    }

    boolean isWord() {
        return Character.isLetter(word.charAt(0));
    }

    boolean endsSentence() {
        return is("!") || is("?") || is(";");
    }
}
