package dev.followthrough.extract.rules;

/**
 * A rule or lexicon is wrong; the message begins with file, line and column. Mend the file and
 * start again.
 */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleException(String where, String problem) {
        super(where + ": " + problem);
    }
}
