package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What people are shown: the work, why now, the exact words, what would settle it. Names work and
 * owner, never ranks people.
 */
final class Wording {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final int QUOTE = 600;

    private final EscalationPolicy policy;
    private final Subject subject;

    Wording(EscalationPolicy policy, Subject subject) {
        this.policy = policy;
        this.subject = subject;
    }

    Escalation.Subject subject() {
        return switch (subject) {
            case Subject.OfCommitment(Commitment commitment, Handoff deal) ->
                    new Escalation.Subject(
                            commitment.id(),
                            commitment.deal(),
                            root(commitment).mention(),
                            commitment.conversation());
            case Subject.OfDeal(Handoff deal) ->
                    new Escalation.Subject(null, deal.deal(), null, null);
        };
    }

    Escalation.Words of(EscalationReason reason) {
        return switch (subject) {
            case Subject.OfCommitment(Commitment commitment, Handoff deal) ->
                    words(commitment, why(reason, commitment, deal), next(reason));
            case Subject.OfDeal(Handoff deal) -> words(deal, askedAndNeverAnswered(deal));
        };
    }

    Escalation.Words resolved(EscalationReason reason) {
        return switch (subject) {
            case Subject.OfCommitment(Commitment commitment, Handoff deal) ->
                    words(commitment, ended(reason, commitment), "Nothing to do.");
            case Subject.OfDeal(Handoff deal) ->
                    words(deal, "Every request is answered now, or the deal is no longer won.");
        };
    }

    /** The same reason and next step as before over the words that stand now. */
    Escalation.Words again(Escalation.Words before) {
        return switch (subject) {
            case Subject.OfCommitment(Commitment commitment, Handoff deal) ->
                    words(commitment, before.why(), before.next());
            case Subject.OfDeal(Handoff deal) -> words(deal, before.why());
        };
    }

    private static Escalation.Words words(Commitment commitment, String why, String next) {
        Evidence root = commitment.evidence().get(0).evidence();
        return new Escalation.Words(
                commitment.title(), why, Text.cut(root.quote(), QUOTE), root.ref(), next);
    }

    private static Escalation.Words words(Handoff deal, String why) {
        Candidate.Request oldest = oldest(deal);
        String quote = oldest == null ? null : Text.cut(oldest.evidence().quote(), QUOTE);
        String ref = oldest == null ? null : oldest.evidence().ref();
        return new Escalation.Words(
                "Handoff of " + deal.dealName(), why, quote, ref, "Answer, or say who will.");
    }

    private String why(EscalationReason reason, Commitment commitment, @Nullable Handoff deal) {
        return switch (reason) {
            case UNOWNED ->
                    "Promised on "
                            + day(commitment.firstSaid())
                            + " by nobody in particular; no owner since.";
            case STALE -> "Nothing has touched it since " + day(commitment.lastActivity()) + ".";
            case DUE_SOON -> "Due " + due(commitment.due()) + ".";
            case OVERDUE -> "Was due " + due(commitment.due()) + "; nothing says that it was done.";
            case CONFLICT -> conflict(commitment.contradictions().get(0));
            case HANDOFF_GAP -> handoffGap(commitment, deal);
        };
    }

    private String conflict(Contradiction other) {
        String said =
                day(other.evidence().saidAt())
                        + ": “"
                        + Text.cut(other.evidence().quote(), QUOTE / 2)
                        + "”";
        return switch (other.kind()) {
            case DUE -> "Another date was told on " + said;
            case OUT_OF_SCOPE -> "Stated out of scope on " + said;
            case LIMIT -> "Beyond the limit stated on " + said;
        };
    }

    private String handoffGap(Commitment commitment, @Nullable Handoff deal) {
        String team =
                commitment.promisor() instanceof Doer.Team of
                        ? "promised by " + of.name() + ", "
                        : "";
        return (deal == null ? "The deal" : deal.dealName())
                + " is won; "
                + team
                + "nobody in particular owns it.";
    }

    private static String next(EscalationReason reason) {
        return switch (reason) {
            case UNOWNED, HANDOFF_GAP -> "Name an owner.";
            case STALE -> "Say where it stands, or close it.";
            case DUE_SOON -> "Deliver it, or tell the customer a new date.";
            case OVERDUE -> "Deliver it now, or agree a new date with the customer.";
            case CONFLICT -> "Tell the customer which of the two holds.";
        };
    }

    private String askedAndNeverAnswered(Handoff deal) {
        int asked = deal.unanswered().size();
        Candidate.Request oldest = oldest(deal);
        String first = oldest == null ? "" : day(oldest.evidence().saidAt());
        return asked == 1
                ? "The deal is won; a request of " + first + " was never answered."
                : "The deal is won; "
                        + asked
                        + " requests were never answered, the oldest of "
                        + first
                        + ".";
    }

    private static String ended(EscalationReason reason, Commitment commitment) {
        if (commitment.state() != CommitmentState.OPEN) {
            return switch (commitment.state()) {
                case FULFILLED -> "Done.";
                case WITHDRAWN -> "Taken back.";
                case DISMISSED -> "Somebody said that it is not a commitment.";
                case OPEN -> throw new IllegalStateException("open was excluded");
            };
        }
        return switch (reason) {
            case UNOWNED, HANDOFF_GAP -> named(Decide.owner(commitment));
            case STALE -> "It moved again, or became overdue.";
            case DUE_SOON -> "It has another date now, or the date has passed.";
            case OVERDUE -> "It has another date now.";
            case CONFLICT -> "The statements agree now.";
        };
    }

    private static String named(@Nullable Party owner) {
        return owner == null ? "It needs no owner now." : "Owned by " + owner.label() + " now.";
    }

    private String day(Instant instant) {
        return DAY.format(instant.atZone(policy.zone()));
    }

    private static String due(@Nullable Due due) {
        if (due == null || due.at() == null) {
            return "at an unknown time";
        }
        ZoneId zone = due.zone();
        boolean exact =
                due.grain() == Grain.MINUTE
                        || due.grain() == Grain.HOUR
                        || due.grain() == Grain.PART;
        return (exact ? MINUTE : DAY).format(due.at().atZone(zone)) + " (" + zone.getId() + ")";
    }

    private static Candidate.@Nullable Request oldest(Handoff deal) {
        return deal.unanswered().stream()
                .min(Comparator.comparing(request -> request.evidence().saidAt()))
                .orElse(null);
    }

    /**
     * The words that made the commitment: a click is about them. An accepted request was made by
     * its acceptance.
     */
    static Evidence root(Commitment commitment) {
        List<Link> made =
                commitment.evidence().stream()
                        .filter(link -> link.evidence().saidAt().equals(commitment.firstSaid()))
                        .toList();
        return made.stream()
                .filter(link -> link.role() == Role.ACCEPTED)
                .findFirst()
                .or(() -> made.stream().findFirst())
                .orElse(commitment.evidence().get(0))
                .evidence();
    }
}
