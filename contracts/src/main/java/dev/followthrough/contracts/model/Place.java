package dev.followthrough.contracts.model;

/**
 * From which offset of a signal's text on a reader finds the words at which place of the source.
 *
 * @param start UTF-16 offset into the text
 * @param ref place at the source, as in {@link Evidence#ref()}
 */
public record Place(int start, String ref) {
    public Place {
        Check.that(start >= 0, "start of a place", "be 0 or more", start);
        Check.text("ref of a place", ref);
    }
}
