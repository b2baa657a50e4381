package dev.followthrough.extract.rules;

/**
 * Words that a rule must fire on, or must not.
 *
 * @param before what somebody else said just before; empty where nothing was said
 * @param text what is said, without brackets
 * @param quote the bracketed stretch: the clause that a rule must fire on; empty in a
 *     counter-example
 * @param where file, line and column
 */
public record Example(String before, String text, String quote, String where) {
    private static final String TURN = " || ";

    static Example of(YamlNode node) {
        String written = node.needText();
        int turn = written.indexOf(TURN);
        String before = turn < 0 ? "" : written.substring(0, turn);
        String marked = turn < 0 ? written : written.substring(turn + TURN.length());
        int open = marked.indexOf('[');
        int close = marked.indexOf(']', open + 1);
        String quote = open < 0 || close < 0 ? "" : marked.substring(open + 1, close);
        return new Example(before, marked.replace("[", "").replace("]", ""), quote, node.where());
    }

    /** The example is broken; the message begins with its place. */
    public RuleException fault(String problem) {
        return new RuleException(where, problem);
    }
}
