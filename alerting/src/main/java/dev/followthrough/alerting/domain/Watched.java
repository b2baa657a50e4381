package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Handoff;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A subject as it is kept between looks: exactly one of commitment and handoff, what stands about
 * it, and when to look again.
 *
 * @param settles first instant at which something new may open
 * @param look when to look again; absent where the clock alone changes nothing
 * @param placed what stands, each with its destination
 */
public record Watched(
        @Nullable Commitment commitment,
        @Nullable Handoff handoff,
        Instant settles,
        @Nullable Instant look,
        List<Placed> placed) {
    /** An escalation and where it is shown. */
    public record Placed(String destination, Notice notice) {}

    public Watched {
        if ((commitment == null) == (handoff == null)) {
            throw new IllegalArgumentException(
                    "watched subject must be a commitment or a handoff, was "
                            + (commitment == null ? "neither" : "both"));
        }
        placed = placed == null ? List.of() : List.copyOf(placed);
    }

    /** What stands about it, resolved ones too. */
    public List<Escalation> escalations() {
        return placed.stream().map(one -> one.notice().escalation()).toList();
    }
}
