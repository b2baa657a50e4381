package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One look at a subject: decides, chooses destinations, and says what differs from before. Pure.
 */
public final class Lookout {
    private final EscalationPolicy policy;

    public Lookout(EscalationPolicy policy) {
        this.policy = policy;
    }

    /**
     * The result of a look.
     *
     * @param watched the subject as it is from now on
     * @param outcomes what changed, nothing where all is as before
     */
    public record Looked(Watched watched, List<Outcome> outcomes) {}

    /**
     * Looks.
     *
     * @param before the subject as it was kept, where it was
     * @param account what is known about the subject's account
     * @param settles first instant at which something new may open
     */
    public Looked look(
            @Nullable Watched before,
            Subject subject,
            @Nullable AccountSummary account,
            Instant settles,
            Instant now) {
        List<Escalation> standing = before == null ? List.of() : before.escalations();
        Decision decision = policy.decide(subject, new Standing(standing, settles), now);
        List<Watched.Placed> placed =
                decision.escalations().stream()
                        .map(escalation -> placed(escalation, subject, account))
                        .toList();
        Watched watched =
                switch (subject) {
                    case Subject.OfCommitment of ->
                            new Watched(
                                    of.commitment(), null, settles, decision.nextLook(), placed);
                    case Subject.OfDeal of ->
                            new Watched(null, of.handoff(), settles, decision.nextLook(), placed);
                };
        return new Looked(watched, changes(before == null ? List.of() : before.placed(), placed));
    }

    /** What changes when a subject is gone. */
    public List<Outcome> gone(Watched before) {
        return changes(before.placed(), List.of());
    }

    /** First instant at which something new may open about a subject that changed now. */
    public Instant settles(Instant now) {
        return now.plus(policy.settling());
    }

    private Watched.Placed placed(
            Escalation escalation, Subject subject, @Nullable AccountSummary account) {
        String name = account == null ? null : account.name();
        Party accountOwner = account == null ? null : account.owner();
        Commitment commitment = subject instanceof Subject.OfCommitment of ? of.commitment() : null;
        List<ActionId> seen =
                commitment == null
                        ? List.of()
                        : commitment.decisions().stream().map(Action::id).toList();
        String quote = commitment == null ? null : Wording.root(commitment).quote();
        Notice notice =
                new Notice(
                        escalation,
                        name == null ? subject.account().value() : name,
                        accountOwner,
                        quote,
                        seen);
        Party owner = escalation.owner() == null ? accountOwner : escalation.owner();
        Side side = commitment == null ? Side.OURS : commitment.side();
        Routing.Facts facts =
                new Routing.Facts(
                        subject.account().value(),
                        name,
                        owner == null ? null : owner.email(),
                        side,
                        escalation.reason());
        return new Watched.Placed(policy.routing().destination(facts), notice);
    }

    private static List<Outcome> changes(List<Watched.Placed> before, List<Watched.Placed> after) {
        Map<EscalationId, Watched.Placed> old = new TreeMap<>();
        before.forEach(placed -> old.put(placed.notice().escalation().id(), placed));
        List<Outcome> changes = new ArrayList<>();
        for (Watched.Placed placed : after) {
            changed(old.remove(placed.notice().escalation().id()), placed, changes);
        }
        for (Watched.Placed gone : old.values()) {
            Escalation escalation = gone.notice().escalation();
            changes.add(new Outcome.Escalated(escalation.account(), escalation.id(), null));
            changes.add(
                    new Outcome.Noted(
                            gone.destination(), escalation.account(), escalation.id(), null));
        }
        return changes;
    }

    private static void changed(
            Watched.@Nullable Placed before, Watched.Placed after, List<Outcome> changes) {
        Escalation escalation = after.notice().escalation();
        if (before == null || !before.notice().escalation().equals(escalation)) {
            changes.add(new Outcome.Escalated(escalation.account(), escalation.id(), escalation));
        }
        if (before != null && !before.destination().equals(after.destination())) {
            changes.add(
                    new Outcome.Noted(
                            before.destination(), escalation.account(), escalation.id(), null));
        }
        if (!after.equals(before)) {
            changes.add(
                    new Outcome.Noted(
                            after.destination(),
                            escalation.account(),
                            escalation.id(),
                            after.notice()));
        }
    }
}
