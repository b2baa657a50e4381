package dev.followthrough.contracts.model;

/** Names one human decision; unique by itself, so that a click delivered twice is one. */
public record ActionId(String value) implements Comparable<ActionId> {
    public ActionId {
        Check.text("action id", value);
    }

    @Override
    public int compareTo(ActionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
