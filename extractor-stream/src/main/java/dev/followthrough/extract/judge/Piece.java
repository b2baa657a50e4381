package dev.followthrough.extract.judge;

/**
 * A piece of features' names that is put into several of them: its characters are hashed once.
 * Immutable.
 *
 * @param hash of the piece by itself
 * @param power by which the hash of what stands before it is multiplied
 */
record Piece(String text, long hash, long power) {
    static Piece of(String text) {
        return new Piece(text, NameTable.hash(NameTable.EMPTY, text), NameTable.power(text));
    }
}
