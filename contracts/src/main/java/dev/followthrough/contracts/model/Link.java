package dev.followthrough.contracts.model;

/** A piece of evidence and what it did to the commitment. */
public record Link(Role role, Evidence evidence) {
    public Link {
        Check.present("role of evidence", role);
        Check.present("evidence", evidence);
    }
}
