package dev.followthrough.extract.time.rules;

/**
 * The grammar's data is wrong: the message names file, line, column and rule. Stops at start;
 * correct the file.
 */
public final class DataFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public DataFault(Node.Place place, String rule) {
        super(place + ": " + rule);
    }
}
