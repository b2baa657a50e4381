package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands at a destination: one living message an escalation, and one digest an account for
 * what is old or over budget. Pure; what it needs to know is handed in, what must change is handed
 * back.
 */
public final class Desk {
    private final EscalationPolicy policy;

    public Desk(EscalationPolicy policy) {
        this.policy = policy;
    }

    /**
     * What must change at the destination.
     *
     * @param card as it is from now on; absent where nothing is shown
     * @param message to publish; absent where none changes
     * @param digest whether the account's digest must be written again
     * @param spent the person's budget afterwards, where it changed
     */
    public record Change(
            @Nullable Card card,
            @Nullable Message message,
            boolean digest,
            @Nullable Spent spent) {}

    /** Whose budget a notice counts against. */
    public static String person(Notice notice) {
        return notice.person();
    }

    /**
     * An escalation arrived or changed, or its waiting is over.
     *
     * @param before its card, where there is one
     * @param spent the budget of {@link #person} at this destination
     */
    public Change take(
            String destination, @Nullable Card before, Notice notice, Spent spent, Instant now) {
        Message message = before == null ? null : before.message();
        if (message != null && (message.standing() || !isActive(notice))) {
            return written(destination, before, notice, now);
        }
        boolean listed = before != null && before.place() == Card.Place.LISTED;
        if (!isActive(notice)) {
            return new Change(null, null, listed, null);
        }
        if (listed || !notice.escalation().fresh()) {
            return new Change(Card.listed(notice), null, true, null);
        }
        if (!(notice.escalation().state() instanceof Escalation.State.Open)) {
            return new Change(null, null, false, null);
        }
        return opened(destination, before, notice, spent, now);
    }

    /** The words are gone: what stood there says only that. */
    public Change erase(@Nullable Card before, Instant now) {
        if (before == null) {
            return new Change(null, null, false, null);
        }
        Message message = before.message();
        return new Change(
                null,
                message == null ? null : new Letter(policy).erased(message),
                before.place() == Card.Place.LISTED,
                null);
    }

    /**
     * The digest of an account.
     *
     * @param listed the cards that it lists, in any order
     * @param before as last wanted, where there was one
     * @return the message to publish; absent where none is needed or it is as before
     */
    public @Nullable Message digest(
            String destination, List<Card> listed, @Nullable Message before, Instant now) {
        Message message = new Letter(policy).digest(destination, listed, before, now);
        return message == null || (before != null && message.version().equals(before.version()))
                ? null
                : message;
    }

    private Change opened(
            String destination, @Nullable Card before, Notice notice, Spent spent, Instant now) {
        LocalDate today = now.atZone(policy.zone()).toLocalDate();
        if (before != null && before.until() != null && before.until().isAfter(now)) {
            return new Change(
                    new Card(notice, before.place(), before.until(), before.message()),
                    null,
                    false,
                    null);
        }
        if (before != null && before.place() == Card.Place.WAITS_FOR_DIGEST) {
            return new Change(Card.listed(notice), null, true, null);
        }
        if (policy.hours().isQuiet(now, policy.zone())) {
            return waits(
                    before,
                    notice,
                    Card.Place.WAITS_FOR_WORK,
                    policy.hours().next(now, policy.zone()));
        }
        if (spent.on(today) >= policy.budget().perPersonPerDay()) {
            return waits(
                    before,
                    notice,
                    Card.Place.WAITS_FOR_DIGEST,
                    policy.hours().next(policy.budget().digestAt(), now, policy.zone()));
        }
        Change written = written(destination, before, notice, now);
        return new Change(written.card(), written.message(), false, spent.oneMore(today));
    }

    private static Change waits(
            @Nullable Card before, Notice notice, Card.Place place, Instant until) {
        return new Change(
                new Card(notice, place, until, before == null ? null : before.message()),
                null,
                false,
                null);
    }

    private Change written(String destination, @Nullable Card before, Notice notice, Instant now) {
        Message message = new Letter(policy).own(destination, before, notice, now);
        Message old = before == null ? null : before.message();
        boolean same = old != null && old.version().equals(message.version());
        return new Change(Card.own(notice, message), same ? null : message, false, null);
    }

    private static boolean isActive(Notice notice) {
        return !(notice.escalation().state() instanceof Escalation.State.Resolved);
    }
}
