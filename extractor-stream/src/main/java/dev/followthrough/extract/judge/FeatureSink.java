package dev.followthrough.extract.judge;

/**
 * Takes the features of a unit, each in pieces that make up its name. Names and hashes come from
 * the same calls, so they cannot differ.
 */
interface FeatureSink {
    /** The next piece of the feature's name. */
    FeatureSink put(String piece);

    /** The same of a piece that comes again and again. */
    default FeatureSink put(Piece piece) {
        return put(piece.text());
    }

    default FeatureSink put(Enum<?> piece) {
        return put(piece.name());
    }

    default FeatureSink put(boolean piece) {
        return put(piece ? "true" : "false");
    }

    default FeatureSink put(int piece) {
        return put(Integer.toString(piece));
    }

    /** The feature is complete. */
    void end();
}
