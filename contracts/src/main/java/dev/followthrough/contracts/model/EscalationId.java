package dev.followthrough.contracts.model;

/** Names an escalation: subject and reason, so that it opens once and resolves once. */
public record EscalationId(String value) implements Comparable<EscalationId> {
    public EscalationId {
        Check.text("escalation id", value);
    }

    @Override
    public int compareTo(EscalationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
