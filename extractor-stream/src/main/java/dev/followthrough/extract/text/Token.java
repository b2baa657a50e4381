package dev.followthrough.extract.text;

/**
 * One token.
 *
 * @param start UTF-16 offset into the signal's text
 * @param end UTF-16 offset, exclusive
 * @param text as written
 * @param lower normalised: lower case, straight apostrophes, contractions written out as their
 *     parts ({@code wo n't} is {@code will n't})
 * @param tag universal part of speech; {@code X} where the sentence was not tagged
 * @param lemma base form of the verbs and nouns that matter, else {@code lower}
 */
public record Token(int start, int end, String text, String lower, String tag, String lemma) {
    Token tagged(String newTag, String newLemma) {
        return new Token(start, end, text, lower, newTag, newLemma);
    }

    /** Whether it holds at least one letter or digit. */
    public boolean isWord() {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is written with a capital first. */
    public boolean isCapital() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
