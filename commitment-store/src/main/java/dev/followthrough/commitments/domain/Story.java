package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Role;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a tree's words add up to, told in their order. Any order of kinds folds; nothing is an
 * illegal history. Lives for one fold.
 */
final class Story {
    final Mention root;
    final List<Link> links = new ArrayList<>();
    final List<Due> earlierDues = new ArrayList<>();
    final List<Contradiction> contradictions = new ArrayList<>();
    CommitmentState state = CommitmentState.OPEN;
    @Nullable Instant closed;
    @Nullable Due due;
    Owner owner;
    Doer promisor;

    /** Who said the due that stands, and where. */
    private Mention dated;

    Story(Mention root) {
        this.root = root;
        this.dated = root;
        this.due = root.due();
        this.promisor = root.doer();
        this.owner = ownerOf(promisor);
        if (root.candidate() instanceof Candidate.Acceptance acceptance) {
            link(Role.MADE, acceptance.request().evidence());
            link(Role.ACCEPTED, acceptance.evidence());
        } else {
            link(Role.MADE, root);
        }
    }

    private static Owner ownerOf(Doer doer) {
        return switch (doer) {
            case Doer.Person person -> new Owner.Stated(person.party());
            case Doer.Team team -> new Owner.None();
            case Doer.Nobody nobody -> new Owner.None();
        };
    }

    void then(Mention next) {
        switch (next.kind()) {
            case PROMISE -> restated(next);
            case ACCEPTANCE -> accepted(next);
            case RESCHEDULING -> rescheduled(next);
            case REASSIGNMENT -> reassigned(next);
            case WITHDRAWAL -> close(CommitmentState.WITHDRAWN, Role.WITHDRAWN, next);
            case FULFILMENT -> fulfilled(next);
            case TASK -> link(Role.RESTATED, next);
            case TICK -> ticked(next);
        }
    }

    private void restated(Mention next) {
        boolean handed = isTakenOver(next) && isByDoer(next);
        boolean moved = tell(next);
        taken(next);
        if (handed) {
            owner = new Owner.Assigned(next.author());
        }
        link(handed ? Role.REASSIGNED : moved ? Role.RESCHEDULED : Role.RESTATED, next);
    }

    /** “The five names come from me”: said by the very one who binds themselves. */
    private static boolean isByDoer(Mention next) {
        return next.doer() instanceof Doer.Person person
                && person.party().isSamePersonAs(next.author());
    }

    /** Whoever binds themselves where nobody in particular was bound, is bound from then on. */
    private void taken(Mention next) {
        if (promisor instanceof Doer.Nobody && next.doer() instanceof Doer.Person person) {
            promisor = person;
            owner = owner instanceof Owner.None ? new Owner.Stated(person.party()) : owner;
        }
    }

    private void accepted(Mention next) {
        Candidate.Acceptance acceptance =
                (Candidate.Acceptance) Objects.requireNonNull(next.candidate());
        boolean handed = isTakenOver(next);
        boolean moved = tell(next);
        taken(next);
        if (handed && next.doer() instanceof Doer.Person person) {
            owner = new Owner.Assigned(person.party());
        }
        link(handed ? Role.REASSIGNED : Role.RESTATED, acceptance.request().evidence());
        link(
                handed ? Role.ACCEPTED : moved ? Role.RESCHEDULED : Role.RESTATED,
                acceptance.evidence());
    }

    /** A colleague of the one who has it says yes to taking it. */
    private boolean isTakenOver(Mention next) {
        Party now = holder();
        return state == CommitmentState.OPEN
                && next.doer() instanceof Doer.Person person
                && next.side() == root.side()
                && (now == null
                        ? !(promisor instanceof Doer.Nobody)
                        : !now.isSamePersonAs(person.party()));
    }

    private @Nullable Party holder() {
        return switch (owner) {
            case Owner.Stated stated -> stated.party();
            case Owner.Assigned assigned -> assigned.party();
            case Owner.None none -> null;
        };
    }

    private void rescheduled(Mention next) {
        Due said = next.due();
        if (said != null && Dues.hasDate(said) && !isSame(said)) {
            move(said, next);
        }
        link(Role.RESCHEDULED, next);
    }

    private void reassigned(Mention next) {
        if (state == CommitmentState.OPEN) {
            owner =
                    next.doer() instanceof Doer.Person person
                            ? new Owner.Assigned(person.party())
                            : new Owner.None();
        }
        Due said = next.due();
        if (said != null && Dues.hasDate(said) && !isSame(said)) {
            move(said, next);
        }
        link(Role.REASSIGNED, next);
    }

    /** A recurring duty is met again and again, and stays. */
    private void fulfilled(Mention next) {
        if (recurs()) {
            link(Role.RESTATED, next);
        } else {
            close(CommitmentState.FULFILLED, Role.FULFILLED, next);
        }
    }

    private boolean recurs() {
        return root.candidate() instanceof Candidate.Promise p && p.recurrence() != null;
    }

    private void ticked(Mention tick) {
        if (state == CommitmentState.OPEN) {
            state = CommitmentState.FULFILLED;
            closed = tick.at();
            Link made = links.get(links.size() - 1);
            link(Role.FULFILLED, by(tick, of(tick, made)));
        }
    }

    /** The message that carries the check mark, not merely the last word. */
    private Evidence of(Mention tick, Link otherwise) {
        return links.stream()
                .map(Link::evidence)
                .filter(evidence -> evidence.signal().equals(tick.target()))
                .findFirst()
                .orElse(otherwise.evidence());
    }

    private static Evidence by(Mention tick, Evidence words) {
        return new Evidence(
                words.quote(),
                words.start(),
                words.end(),
                words.signal(),
                words.revision(),
                words.utterance(),
                words.ref(),
                tick.author(),
                tick.at(),
                "ledger.check-mark");
    }

    /** A closed commitment absorbs repeats. */
    private void close(CommitmentState end, Role role, Mention next) {
        boolean first = state == CommitmentState.OPEN;
        if (first) {
            state = end;
            closed = next.at();
        }
        link(first ? role : Role.RESTATED, next);
    }

    /**
     * Takes a date into account that a promise-like mention names; true where the date moved. The
     * date of one round is not that of all.
     */
    private boolean tell(Mention next) {
        Due said = next.due();
        Due now = due;
        if (said == null || isSame(said) || recurs() && now != null) {
            return false;
        }
        if (now == null || !Dues.hasDate(now) && Dues.hasDate(said) || Dues.refines(now, said)) {
            due = said;
            dated = next;
            return false;
        }
        if (!Dues.hasDate(said) || said.implied()) {
            return false;
        }
        if (isTakenBack(next)) {
            move(said, next);
            return true;
        }
        if (next.told() && dated.told()) {
            contradict(now, said, next);
        }
        return false;
    }

    private boolean isSame(Due said) {
        return due != null && Dues.agree(due, said) && !Dues.refines(due, said);
    }

    /** Whoever named the date, or has the work now, may name another one instead. */
    private boolean isTakenBack(Mention next) {
        Party now = holder();
        return next.author().isSamePersonAs(dated.author())
                || now != null && next.author().isSamePersonAs(now);
    }

    /** Both dates stand: the later one is shown, the other one disagrees. */
    private void contradict(Due now, Due said, Mention next) {
        boolean later = Dues.later(now, said).equals(said);
        Mention other = later ? dated : next;
        Evidence evidence = other.evidence();
        if (evidence != null) {
            contradictions.add(new Contradiction(Contradiction.Kind.DUE, evidence));
        }
        if (later) {
            due = said;
            dated = next;
        }
    }

    /**
     * A new date; it opens again what was closed before it was named. A message that reports one
     * thing done and another one late closes and opens nothing twice.
     */
    private void move(Due said, Mention next) {
        Instant at = said.at();
        boolean reopens =
                closed != null && closed.isBefore(next.at()) && at != null && at.isAfter(closed);
        if (state == CommitmentState.OPEN || reopens) {
            if (Dues.hasDate(due)) {
                earlierDues.add(Objects.requireNonNull(due));
            }
            due = said;
            dated = next;
            state = CommitmentState.OPEN;
            closed = null;
            contradictions.clear();
        }
    }

    private void link(Role role, Mention mention) {
        Evidence evidence = mention.evidence();
        if (evidence != null) {
            link(role, evidence);
        }
    }

    /** The same words count once; two rules may have found the asking. */
    private void link(Role role, Evidence evidence) {
        boolean known =
                role != Role.FULFILLED
                        && links.stream()
                                .map(Link::evidence)
                                .anyMatch(
                                        e ->
                                                e.signal().equals(evidence.signal())
                                                        && e.start() < evidence.end()
                                                        && evidence.start() < e.end());
        if (!known) {
            links.add(new Link(role, evidence));
        }
    }

    Side side() {
        return root.side();
    }

    Modality modality() {
        return switch (Objects.requireNonNull(root.candidate())) {
            case Candidate.Promise promise -> promise.modality();
            case Candidate.Acceptance acceptance -> acceptance.modality();
            case Candidate other -> Modality.FIRM;
        };
    }
}
