package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Party;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One decision in the making: the causes of a subject against what stands and the clock. */
final class Decide {
    private final EscalationPolicy policy;
    private final Subject subject;
    private final Standing standing;
    private final Instant now;
    private final Wording wording;
    private final List<Instant> looks = new ArrayList<>();

    Decide(EscalationPolicy policy, Subject subject, Standing standing, Instant now) {
        this.policy = policy;
        this.subject = subject;
        this.standing = standing;
        this.now = now;
        this.wording = new Wording(policy, subject);
    }

    Decision decision() {
        List<Cause> causes = new Causes(policy).of(subject);
        List<Escalation> result = new ArrayList<>();
        for (EscalationReason reason : EscalationReason.values()) {
            Optional<Cause> cause = causes.stream().filter(c -> c.reason() == reason).findFirst();
            cause.flatMap(c -> c.turnsAfter(now)).ifPresent(looks::add);
            cause.filter(c -> c.holdsAt(now))
                    .map(this::standingFor)
                    .orElseGet(() -> standing.of(reason).map(this::resolved))
                    .ifPresent(result::add);
        }
        return new Decision(result, looks.stream().min(Instant::compareTo).orElse(null));
    }

    /** The escalation of a cause that holds now; none where the subject still settles. */
    private Optional<Escalation> standingFor(Cause cause) {
        Escalation before = standing.of(cause.reason()).orElse(null);
        if (before != null && !(before.state() instanceof Escalation.State.Resolved)) {
            Escalation.State state = state(cause, before.state());
            return Optional.of(
                    escalation(cause, state, step(cause, state, before), before.fresh()));
        }
        if (standing.settles().isAfter(now)) {
            looks.add(standing.settles());
            return Optional.ofNullable(before);
        }
        Escalation.State state = state(cause, new Escalation.State.Open(now));
        return Optional.of(escalation(cause, state, step(cause, state, null), isFresh(cause)));
    }

    private boolean isFresh(Cause cause) {
        boolean recent = !cause.since().plus(policy.freshFor()).isBefore(now);
        Instant bound = policy.alertFrom();
        return recent && isSure() && (bound == null || !cause.since().isBefore(bound));
    }

    /** A deal as a whole is no guess; what a person has decided about is none any more. */
    private boolean isSure() {
        return !(subject instanceof Subject.OfCommitment of)
                || of.commitment().confidence() >= policy.interruptFrom()
                || !of.commitment().decisions().isEmpty();
    }

    /** A snooze quiets every reason; an acknowledgement those causes that were there to be seen. */
    private Escalation.State state(Cause cause, Escalation.State before) {
        if (!(subject instanceof Subject.OfCommitment of)) {
            return before;
        }
        Instant quiet = of.commitment().snoozedUntil();
        if (quiet != null && quiet.isAfter(now)) {
            looks.add(quiet);
            return new Escalation.State.Snoozed(quiet);
        }
        Instant seen = of.commitment().acknowledged();
        if (seen != null && !seen.isBefore(cause.since())) {
            return new Escalation.State.Acknowledged(seen);
        }
        return switch (before) {
            case Escalation.State.Open open -> open;
            case Escalation.State.Acknowledged ignored -> new Escalation.State.Open(now);
            case Escalation.State.Snoozed ignored -> new Escalation.State.Open(now);
            case Escalation.State.Resolved ignored -> new Escalation.State.Open(now);
        };
    }

    /**
     * Only what is open is raised: somebody who has seen it, or asked for quiet, is not called
     * again.
     */
    private int step(Cause cause, Escalation.State state, @Nullable Escalation before) {
        ReasonRule rule = policy.rule(cause.reason());
        if (!(state instanceof Escalation.State.Open)) {
            return before == null ? 0 : Math.min(before.step(), rule.raises().size());
        }
        int step = rule.stepAt(cause.since(), now);
        rule.raiseAfter(step, cause.since()).ifPresent(looks::add);
        return step;
    }

    private Escalation escalation(Cause cause, Escalation.State state, int step, boolean fresh) {
        return new Escalation(
                id(cause.reason()),
                subject.account(),
                wording.subject(),
                cause.reason(),
                policy.rule(cause.reason()).severityOf(step),
                step,
                state,
                owner(),
                cause.since(),
                fresh,
                wording.of(cause.reason()));
    }

    /**
     * Resolves once; a resolved one only follows the words, so that erased ones vanish here too.
     */
    private Escalation resolved(Escalation before) {
        boolean already = before.state() instanceof Escalation.State.Resolved;
        return new Escalation(
                before.id(),
                before.account(),
                wording.subject(),
                before.reason(),
                before.severity(),
                before.step(),
                already ? before.state() : new Escalation.State.Resolved(now),
                owner(),
                before.since(),
                before.fresh(),
                already ? wording.again(before.words()) : wording.resolved(before.reason()));
    }

    private EscalationId id(EscalationReason reason) {
        return new EscalationId(reason.name().toLowerCase(Locale.ROOT) + ":" + subject.id());
    }

    private @Nullable Party owner() {
        return subject instanceof Subject.OfCommitment of ? owner(of.commitment()) : null;
    }

    static @Nullable Party owner(Commitment commitment) {
        return switch (commitment.owner()) {
            case Owner.Stated stated -> stated.party();
            case Owner.Assigned assigned -> assigned.party();
            case Owner.None ignored -> null;
        };
    }
}
