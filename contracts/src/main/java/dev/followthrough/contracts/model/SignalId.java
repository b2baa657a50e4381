package dev.followthrough.contracts.model;

/**
 * Names one thing said, stably at its source: {@code slack:<team>/<channel>/<ts>}, {@code
 * mail:<Message-ID>}, {@code meeting:<id>#<turn>}, {@code hubspot:note/<id>}.
 */
public record SignalId(String value) implements Comparable<SignalId> {
    public SignalId {
        Check.text("signal id", value);
    }

    @Override
    public int compareTo(SignalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
