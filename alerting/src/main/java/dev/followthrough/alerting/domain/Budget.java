package dev.followthrough.alerting.domain;

import java.time.LocalTime;

/**
 * How often somebody may be interrupted.
 *
 * @param perPersonPerDay new messages about one person's work on one business day; what is over it
 *     waits for the digest
 * @param digestAt when the digest comes, on business days, in the policy's zone
 */
public record Budget(int perPersonPerDay, LocalTime digestAt) {
    public Budget {
        if (perPersonPerDay < 0) {
            throw new IllegalArgumentException(
                    "budget per person and day must be 0 or more, was " + perPersonPerDay);
        }
    }
}
