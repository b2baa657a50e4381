package dev.followthrough.contracts.model;

/**
 * A person or channel mentioned in the text by the source's own markup.
 *
 * @param start UTF-16 offset of the shown name in the text
 * @param end UTF-16 offset, exclusive
 * @param party who is meant
 */
public record Named(int start, int end, Party party) {
    public Named {
        Check.that(
                start >= 0 && end >= start, "span of a mention", "be ordered", start + "…" + end);
        Check.present("party of a mention", party);
    }
}
