package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * When somebody should look, and how loudly. Immutable and safe to share; a pure function of
 * subject, what stands, and an instant.
 *
 * @param zone the head office's zone: business days, quiet hours and the dates of deals
 * @param settling how long a subject must be unchanged before a new escalation of it opens
 * @param freshFor a cause older than this when first seen goes to the account's digest instead of
 *     interrupting somebody
 * @param interruptFrom a commitment less sure than this, 0…1, goes to the digest as well, unless a
 *     person has decided about it
 * @param alertFrom causes before this instant go to the digest as well; absent where the deployment
 *     sets no such bound
 * @param sides whose commitments are watched
 * @param rules one a reason
 * @param unownedAfter how long nobody may be bound
 * @param staleAfter how long nothing may touch a commitment
 * @param dueSoonWithin how long before its due a commitment is due soon
 */
public record EscalationPolicy(
        ZoneId zone,
        Duration settling,
        Duration freshFor,
        double interruptFrom,
        @Nullable Instant alertFrom,
        Set<Side> sides,
        Map<EscalationReason, ReasonRule> rules,
        Duration unownedAfter,
        Duration staleAfter,
        Duration dueSoonWithin,
        Routing routing,
        Hours hours,
        Budget budget) {
    public EscalationPolicy {
        if (!(interruptFrom >= 0 && interruptFrom <= 1)) {
            throw new IllegalArgumentException(
                    "interrupt_from of a policy must lie in 0…1, was " + interruptFrom);
        }
        sides = Set.copyOf(sides);
        rules = Map.copyOf(rules);
        for (EscalationReason reason : EscalationReason.values()) {
            if (!rules.containsKey(reason)) {
                throw new IllegalArgumentException(
                        "rules of a policy must name every reason, " + reason + " is missing");
            }
        }
    }

    /** The policy that is bundled: the definitions that the quality figures are measured with. */
    public static EscalationPolicy standard() {
        return PolicyFile.bundled();
    }

    /**
     * Reads a policy.
     *
     * @param file what errors call it
     * @throws PolicyRefused with every error, each with line, column, key, value and rule
     */
    public static EscalationPolicy parse(String file, String yaml) {
        return PolicyFile.parse(file, yaml);
    }

    /**
     * What is escalated at this instant, whatever was before: no settling, no freshness, no
     * history. Ordered by subject as given (commitments, then deals), then by reason. An escalation
     * whose subject has no commitment is about the deal as a whole.
     */
    public List<Escalation> at(List<Commitment> commitments, List<Handoff> handoffs, Instant now) {
        List<Escalation> found = new ArrayList<>();
        for (Commitment commitment : commitments) {
            found.addAll(at(Subject.of(commitment, handoffs), now));
        }
        for (Handoff handoff : handoffs) {
            found.addAll(at(new Subject.OfDeal(handoff), now));
        }
        return List.copyOf(found);
    }

    private List<Escalation> at(Subject subject, Instant now) {
        Decision decision = decide(subject, Standing.settled(List.of(), now), now);
        return decision.escalations();
    }

    /**
     * What is escalated about this subject now, given what stands, and when to look again.
     * Idempotent: deciding again on its own result at the same instant changes nothing.
     */
    public Decision decide(Subject subject, Standing standing, Instant now) {
        return new Decide(this, subject, standing, now).decision();
    }

    ReasonRule rule(EscalationReason reason) {
        return Objects.requireNonNull(rules.get(reason));
    }

    /** This policy with another settling time. */
    public EscalationPolicy withSettling(Duration other) {
        return new EscalationPolicy(
                zone,
                other,
                freshFor,
                interruptFrom,
                alertFrom,
                sides,
                rules,
                unownedAfter,
                staleAfter,
                dueSoonWithin,
                routing,
                hours,
                budget);
    }

    /** This policy with another confidence from which a commitment may interrupt. */
    public EscalationPolicy withInterruptFrom(double other) {
        return new EscalationPolicy(
                zone,
                settling,
                freshFor,
                other,
                alertFrom,
                sides,
                rules,
                unownedAfter,
                staleAfter,
                dueSoonWithin,
                routing,
                hours,
                budget);
    }

    /** This policy with another lower bound for causes that may interrupt. */
    public EscalationPolicy withAlertFrom(@Nullable Instant other) {
        return new EscalationPolicy(
                zone,
                settling,
                freshFor,
                interruptFrom,
                other,
                sides,
                rules,
                unownedAfter,
                staleAfter,
                dueSoonWithin,
                routing,
                hours,
                budget);
    }

    /** This policy sending to another destination where no route says otherwise. */
    public EscalationPolicy withDefaultDestination(String destination) {
        return new EscalationPolicy(
                zone,
                settling,
                freshFor,
                interruptFrom,
                alertFrom,
                sides,
                rules,
                unownedAfter,
                staleAfter,
                dueSoonWithin,
                new Routing(routing.routes(), destination),
                hours,
                budget);
    }
}
