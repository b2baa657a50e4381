package dev.followthrough.ingest.files;

import dev.followthrough.contracts.json.Digest;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * How far a file has been read, and proof that what was read is still there.
 *
 * @param next what comes next: an item's number, or a byte where files grow large
 * @param check digest over what lies before {@code next}; where it no longer holds the file is
 *     another one and is read from its beginning
 * @param told what of the object at {@code next} has been handed out already, with a digest of it:
 *     its first parts, all of it though its writer may not be done, or why it cannot be read; empty
 *     where nothing has
 */
public record Offset(long next, String check, String told) {
    static final int DIGITS = 24;

    /** Before anything was read. */
    public static final Offset START = new Offset(0, "", "");

    private static final String OPEN = "open:";
    private static final String ERROR = "error:";

    public Offset {
        if (next < 0) {
            throw new IllegalArgumentException("offset must be 0 or more, was '" + next + "'");
        }
    }

    /** Behind the first parts of the object at {@code next}. */
    Offset behindParts(int parts, byte[] object) {
        return told("part" + parts + ":" + Digest.of(object, DIGITS));
    }

    /** Behind an object that may still grow: it is looked at again. */
    Offset behindOpen(byte[] object) {
        return told(OPEN + Digest.of(object, DIGITS));
    }

    /** The rest cannot be read. */
    Offset behindError(String reason) {
        return told(ERROR + Digest.of(reason, DIGITS));
    }

    private Offset told(String what) {
        return new Offset(next, check, what);
    }

    /** How many of the parts of the object at {@code next} have been handed out. */
    int partsOf(int parts, byte[] object) {
        if (told.equals(behindOpen(object).told)) {
            return parts;
        }
        for (int i = 1; i <= parts && told.startsWith("part"); i++) {
            if (told.equals(behindParts(i, object).told)) {
                return i;
            }
        }
        return 0;
    }

    /** Whether the object at {@code next} was handed out in another form. */
    boolean toldOtherwise(byte[] object) {
        return told.startsWith(OPEN) && !told.equals(behindOpen(object).told);
    }

    /** The form in which a Connect worker stores it. */
    public Map<String, Object> toMap() {
        return Map.of("next", next, "check", check, "told", told);
    }

    /** Reads the stored form; what was not written by us is the start. */
    public static Offset of(@Nullable Map<String, ?> stored) {
        if (stored == null
                || !(stored.get("next") instanceof Number next)
                || !(stored.get("check") instanceof String check)) {
            return START;
        }
        Object told = stored.get("told");
        return new Offset(Math.max(0, next.longValue()), check, told instanceof String t ? t : "");
    }
}
