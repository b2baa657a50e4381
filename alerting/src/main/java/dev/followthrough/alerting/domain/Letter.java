package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.model.Severity;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes messages: the same cards and instants give the same bytes. */
final class Letter {
    /** Escalations that a digest shows; the rest is a number. */
    static final int SHOWN = 15;

    /** Log lines that a message keeps: more is noise nobody reads. */
    static final int LOGGED = 60;

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final String DIGEST = "digest:";
    private static final String ERASED = "Retracted";

    private final EscalationPolicy policy;

    Letter(EscalationPolicy policy) {
        this.policy = policy;
    }

    /**
     * The message of an escalation's own; goes on where the standing one is, and begins anew after
     * a resolved one.
     */
    Message own(String destination, @Nullable Card before, Notice notice, Instant now) {
        Escalation escalation = notice.escalation();
        boolean standing = !(escalation.state() instanceof Escalation.State.Resolved);
        Message old = before == null ? null : before.message();
        List<String> log =
                before == null || old == null || (standing && !old.standing())
                        ? List.of()
                        : log(old.log(), before.notice().escalation(), escalation, now);
        String title =
                label(escalation.reason())
                        + (standing ? ": " : ", resolved: ")
                        + escalation.words().what();
        Message message =
                new Message(
                        destination,
                        escalation.id(),
                        escalation.account(),
                        escalation.severity(),
                        standing,
                        title,
                        lines(notice, standing),
                        log,
                        escalation.subject().mention(),
                        escalation.subject().conversation(),
                        notice.quote(),
                        notice.seen(),
                        "none");
        return versioned(message);
    }

    /** What stood there, without any word of it. */
    Message erased(Message old) {
        return versioned(
                new Message(
                        old.destination(),
                        old.escalation(),
                        old.account(),
                        Severity.INFO,
                        false,
                        ERASED,
                        List.of(
                                "What this was about was deleted, moved or joined with another promise."),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        "none"));
    }

    /** The account's digest; none where nothing is listed and nothing stood. */
    @Nullable Message digest(
            String destination, List<Card> cards, @Nullable Message old, Instant now) {
        if (cards.isEmpty()) {
            return old == null
                    ? null
                    : digest(
                            destination,
                            old.account(),
                            old.title(),
                            List.of("Nothing is waiting any more."),
                            Severity.INFO,
                            false);
        }
        List<Notice> listed = cards.stream().map(Card::notice).sorted(BY_WEIGHT).toList();
        Notice first = listed.get(0);
        List<String> lines = new ArrayList<>();
        listed.stream().limit(SHOWN).map(Letter::line).forEach(lines::add);
        if (listed.size() > SHOWN) {
            lines.add("… and " + (listed.size() - SHOWN) + " more.");
        }
        String title =
                first.accountName()
                        + ": "
                        + listed.size()
                        + (listed.size() == 1 ? " thing to look at" : " things to look at");
        return digest(
                destination,
                first.escalation().account(),
                title,
                lines,
                first.escalation().severity(),
                true);
    }

    private static final Comparator<Notice> BY_WEIGHT =
            Comparator.comparing((Notice notice) -> notice.escalation().severity())
                    .reversed()
                    .thenComparing(notice -> notice.escalation().since())
                    .thenComparing(notice -> notice.escalation().id());

    static EscalationId digestId(AccountId account) {
        return new EscalationId(DIGEST + account);
    }

    private static Message digest(
            String destination,
            AccountId account,
            String title,
            List<String> lines,
            Severity severity,
            boolean standing) {
        return versioned(
                new Message(
                        destination,
                        digestId(account),
                        account,
                        severity,
                        standing,
                        title,
                        lines,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        "none"));
    }

    private static String line(Notice notice) {
        Escalation escalation = notice.escalation();
        return "• "
                + label(escalation.reason())
                + ": "
                + Text.cut(escalation.words().what(), 120)
                + ". "
                + Text.cut(escalation.words().why(), 160);
    }

    private static List<String> lines(Notice notice, boolean standing) {
        Escalation escalation = notice.escalation();
        List<String> lines = new ArrayList<>();
        String owner =
                escalation.owner() == null ? "no owner" : "owner " + escalation.owner().label();
        lines.add(
                notice.accountName()
                        + (escalation.subject().commitment() == null ? "" : " · " + owner));
        lines.add(escalation.words().why());
        if (escalation.words().quote() != null) {
            lines.add("> " + escalation.words().quote().replaceAll("\\s+", " "));
        }
        if (standing) {
            lines.add("Next: " + escalation.words().next());
        }
        return lines;
    }

    private List<String> log(List<String> before, Escalation was, Escalation is, Instant now) {
        if (before.size() >= LOGGED) {
            return before;
        }
        List<String> log = new ArrayList<>(before);
        String at = AT.format(now.atZone(policy.zone())) + " (" + policy.zone().getId() + "): ";
        changes(was, is).forEach(change -> log.add(at + change));
        return log;
    }

    private List<String> changes(Escalation was, Escalation is) {
        List<String> changes = new ArrayList<>();
        if (!was.state().equals(is.state())) {
            changes.add(said(is));
        }
        if (is.step() > was.step()) {
            changes.add("raised again, " + is.severity().name().toLowerCase(Locale.ROOT));
        }
        if (is.owner() != null
                && (was.owner() == null || !is.owner().isSamePersonAs(was.owner()))) {
            changes.add("owned by " + is.owner().label());
        }
        if (is.state().equals(was.state()) && !is.words().why().equals(was.words().why())) {
            changes.add(is.words().why());
        }
        return changes;
    }

    private String said(Escalation escalation) {
        return switch (escalation.state()) {
            case Escalation.State.Open ignored -> "open again";
            case Escalation.State.Acknowledged ignored -> "seen";
            case Escalation.State.Snoozed snoozed ->
                    "quiet until " + AT.format(snoozed.until().atZone(policy.zone()));
            case Escalation.State.Resolved ignored -> "resolved. " + escalation.words().why();
        };
    }

    static String label(EscalationReason reason) {
        return switch (reason) {
            case UNOWNED -> "Unowned";
            case STALE -> "Gone quiet";
            case DUE_SOON -> "Due soon";
            case OVERDUE -> "Overdue";
            case CONFLICT -> "Conflict";
            case HANDOFF_GAP -> "Handoff gap";
        };
    }

    /**
     * The version is a hash of everything else; a resolved message's begins with {@code r}, so that
     * a new occurrence is told from a change.
     */
    private static Message versioned(Message message) {
        String content = String.join("\u0000", content(message));
        String version =
                (message.standing() ? "s" : Versions.RESOLVED)
                        + Digest.of(content.getBytes(StandardCharsets.UTF_8), 16);
        return new Message(
                message.destination(),
                message.escalation(),
                message.account(),
                message.severity(),
                message.standing(),
                message.title(),
                message.lines(),
                message.log(),
                message.mention(),
                message.conversation(),
                message.quote(),
                message.seen(),
                version);
    }

    private static List<String> content(Message message) {
        List<String> content = new ArrayList<>(List.of(message.severity().name(), message.title()));
        content.addAll(message.lines());
        content.add("log");
        content.addAll(message.log());
        content.add("button");
        content.add(String.valueOf(message.mention()));
        content.add(String.valueOf(message.conversation()));
        content.add(String.valueOf(message.quote()));
        message.seen().forEach(id -> content.add(id.value()));
        return content;
    }
}
