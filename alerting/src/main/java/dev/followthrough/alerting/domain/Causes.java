package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Owner;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The definitions of the reasons: which causes a subject has, whatever the clock says. In the order
 * of {@link EscalationReason}.
 */
final class Causes {
    /** “Over 24 hours” begins this much after 24 hours: clocks and timers count in milliseconds. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final EscalationPolicy policy;

    Causes(EscalationPolicy policy) {
        this.policy = policy;
    }

    List<Cause> of(Subject subject) {
        List<Cause> causes =
                switch (subject) {
                    case Subject.OfCommitment of -> of(of.commitment(), of.deal());
                    case Subject.OfDeal of -> of(of.handoff());
                };
        return causes.stream().filter(cause -> policy.rule(cause.reason()).enabled()).toList();
    }

    private List<Cause> of(Commitment commitment, @Nullable Handoff won) {
        if (!commitment.isOpen() || !policy.sides().contains(commitment.side())) {
            return List.of();
        }
        List<Cause> causes = new ArrayList<>();
        unowned(commitment, causes);
        Instant due = dueOf(commitment);
        Instant late = due == null ? null : due.plus(JUST_AFTER);
        Instant silent = commitment.lastActivity().plus(policy.staleAfter()).plus(JUST_AFTER);
        causes.add(Cause.span(EscalationReason.STALE, silent, late));
        if (due != null) {
            causes.add(
                    Cause.span(
                            EscalationReason.DUE_SOON,
                            due.minus(policy.dueSoonWithin()),
                            due.plus(JUST_AFTER)));
            causes.add(Cause.span(EscalationReason.OVERDUE, due.plus(JUST_AFTER), null));
        }
        conflict(commitment, causes);
        handoffGap(commitment, won, causes);
        return causes;
    }

    private void unowned(Commitment commitment, List<Cause> causes) {
        if (commitment.promisor() instanceof Doer.Nobody
                && commitment.owner() instanceof Owner.None) {
            Instant from = commitment.firstSaid().plus(policy.unownedAfter()).plus(JUST_AFTER);
            causes.add(Cause.span(EscalationReason.UNOWNED, from, null));
        }
    }

    private static void conflict(Commitment commitment, List<Cause> causes) {
        commitment.contradictions().stream()
                .map(Contradiction::evidence)
                .map(other -> later(other.saidAt(), commitment.firstSaid()))
                .min(Comparator.naturalOrder())
                .ifPresent(said -> causes.add(Cause.span(EscalationReason.CONFLICT, said, null)));
    }

    private static void handoffGap(
            Commitment commitment, @Nullable Handoff won, List<Cause> causes) {
        if (won != null && commitment.owner() instanceof Owner.None) {
            causes.add(gap(commitment.firstSaid(), won.closedAt()));
        }
    }

    private static List<Cause> of(Handoff deal) {
        if (deal.stage() != DealStage.WON) {
            return List.of();
        }
        return deal.unanswered().stream()
                .map(request -> request.evidence().saidAt())
                .min(Comparator.naturalOrder())
                .map(asked -> List.of(gap(asked, deal.closedAt())))
                .orElse(List.of());
    }

    /**
     * The deal counts as won as soon as its stage says so; a close date later than that only makes
     * the cause younger.
     */
    private static Cause gap(Instant said, @Nullable Instant closed) {
        return new Cause(EscalationReason.HANDOFF_GAP, said, null, later(said, closed));
    }

    static @Nullable Instant dueOf(Commitment commitment) {
        Due due = commitment.due();
        return due == null ? null : due.at();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
