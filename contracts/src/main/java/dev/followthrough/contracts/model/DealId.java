package dev.followthrough.contracts.model;

/** Names a deal by its source's id, as {@code hubspot:deal/<id>}. */
public record DealId(String value) implements Comparable<DealId> {
    public DealId {
        Check.text("deal id", value);
    }

    @Override
    public int compareTo(DealId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
