package dev.followthrough.alerting.notify;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** A medium did not do, or did not confirm, what it was asked for. */
public final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    /** What may be known, and what helps. */
    public enum Kind {
        /** For certain not done; try later. */
        LATER,
        /** Perhaps done: the answer was lost. Look before it is tried again. */
        UNANSWERED,
        /** For certain not done, and will not be until somebody changes something. */
        REFUSED,
        /** What should be changed does not stand, or can never be changed again: post anew. */
        GONE
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    private Undelivered(Kind kind, String reason, @Nullable Duration retryAfter) {
        super(reason, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /**
     * @param reason one word or line for an operator; never text of a message
     */
    public static Undelivered of(Kind kind, String reason) {
        return new Undelivered(kind, reason, null);
    }

    /** Not now, but after this long. */
    public static Undelivered later(String reason, Duration wait) {
        return new Undelivered(Kind.LATER, reason, wait);
    }

    public Kind kind() {
        return kind;
    }

    /** How long the medium asked to wait, where it did. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
