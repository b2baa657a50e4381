package dev.followthrough.ingest.email;

/** What a line of a mail's body is. */
enum Zone {
    /** The author's own new words. */
    OWN,
    /** Quoted by {@code >}: own words may follow. */
    QUOTE,
    /** Another mail, or the line that introduces one. */
    HISTORY,
    SIGNATURE,
    /** Disclaimers, list footers, warnings that a mail server put in. */
    FOOTER
}
