package dev.followthrough.contracts.model;

/** Names a commitment: {@code <account>~<hash of the root mention>}, keys of the state topics. */
public record CommitmentId(String value) implements Comparable<CommitmentId> {
    public CommitmentId {
        Check.text("commitment id", value);
    }

    @Override
    public int compareTo(CommitmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
