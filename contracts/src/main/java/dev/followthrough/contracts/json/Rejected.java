package dev.followthrough.contracts.json;

/**
 * A record that cannot be read. Its owner goes to the dead letters; the next record is processed.
 *
 * <p>{@link #reason()} is short and stable (a metric's label); {@link #getMessage()} is one line
 * for a person: what is wrong and where.
 */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public Rejected(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
