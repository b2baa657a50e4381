package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mentions of one reading: a pure function of that reading and the policy alone. */
final class MentionsIn {
    /** Emoji that say “done” under a message. */
    private static final Set<String> TICKS =
            Set.of("white_check_mark", "heavy_check_mark", "ballot_box_with_check");

    /** So much of the sureness of a promise is enough for a report that fits one. */
    private static final double UNSURE_REPORT = 0.6;

    /** A source may give a reaction its message's instant; it still follows the message. */
    private static final int AFTER_TARGET_MS = 1;

    private final Reading reading;
    private final double entersFrom;
    private final boolean told;

    private MentionsIn(Reading reading, double entersFrom) {
        this.reading = reading;
        this.entersFrom = entersFrom;
        this.told =
                reading.author().side() == Side.CUSTOMER
                        || reading.audience().stream().anyMatch(p -> p.side() == Side.CUSTOMER);
    }

    /** By order; each order once. */
    static Map<String, Mention> of(@Nullable Reading reading, LedgerPolicy policy) {
        return from(reading, policy.entersFrom());
    }

    /** Whatever policy they may have been entered by. */
    static Map<String, Mention> possible(@Nullable Reading reading) {
        return from(reading, 0);
    }

    private static Map<String, Mention> from(@Nullable Reading reading, double entersFrom) {
        Map<String, Mention> found = new HashMap<>();
        if (reading != null) {
            MentionsIn each = new MentionsIn(reading, entersFrom);
            each.all().forEach(mention -> found.putIfAbsent(mention.order(), mention));
        }
        return found;
    }

    private List<Mention> all() {
        SignalId target = reading.facts().target();
        if (reading.kind() == SignalKind.REACTION) {
            boolean ticks = TICKS.contains(String.valueOf(reading.facts().reaction()));
            return ticks && target != null ? List.of(tick(target)) : List.of();
        }
        Map<Candidate, List<Action>> decided = Decided.in(reading);
        List<Mention> found = new ArrayList<>();
        for (Candidate candidate : reading.candidates()) {
            MentionKind kind = kind(candidate);
            if (kind != null && candidate instanceof Candidate.Follow follow) {
                List<Action> decisions = decided.getOrDefault(follow, List.of());
                if (reading.kind() == SignalKind.TASK
                        || candidate.confidence() >= enters(kind)
                        || !decisions.isEmpty()) {
                    found.add(mention(kind, follow, decisions));
                }
            }
        }
        return found;
    }

    /** What is reported done opens nothing by itself, and has a promise to fit. */
    private double enters(MentionKind kind) {
        return kind == MentionKind.FULFILMENT ? entersFrom * UNSURE_REPORT : entersFrom;
    }

    private Mention tick(SignalId target) {
        Instant at = reading.saidAt().plusMillis(AFTER_TARGET_MS);
        return mention(MentionKind.TICK, at, 0, null, target, List.of(), List.of());
    }

    private Mention mention(MentionKind kind, Candidate.Follow said, List<Action> decisions) {
        return mention(
                kind,
                reading.saidAt(),
                said.evidence().utterance(),
                said,
                said.about(),
                Words.of(said.matter()),
                decisions);
    }

    private Mention mention(
            MentionKind kind,
            Instant at,
            int utterance,
            @Nullable Candidate candidate,
            @Nullable SignalId target,
            List<String> words,
            List<Action> decisions) {
        return new Mention(
                Order.of(at, reading.signal(), utterance, kind.ordinal()),
                kind,
                new MentionId(reading.signal(), utterance),
                reading.conversation(),
                reading.attribution().deal(),
                reading.kind(),
                at,
                reading.author(),
                told,
                candidate,
                target,
                words,
                decisions);
    }

    private @Nullable MentionKind kind(Candidate candidate) {
        if (reading.kind() == SignalKind.TASK) {
            return taskKind(candidate);
        }
        return switch (candidate) {
            case Candidate.Promise promise -> MentionKind.PROMISE;
            case Candidate.Acceptance acceptance -> MentionKind.ACCEPTANCE;
            case Candidate.Rescheduling rescheduling -> MentionKind.RESCHEDULING;
            case Candidate.Reassignment reassignment -> MentionKind.REASSIGNMENT;
            case Candidate.Withdrawal withdrawal -> MentionKind.WITHDRAWAL;
            case Candidate.Fulfilment fulfilment -> MentionKind.FULFILMENT;
            case Candidate.Request request -> null;
            case Candidate.Milestone milestone -> null;
            case Candidate.ScopeStatement scope -> null;
            case Candidate.ContextNote note -> null;
            case Candidate.Unknown unknown -> null;
        };
    }

    /** A task says in a field of its own whether it is done; it never opens a commitment. */
    private @Nullable MentionKind taskKind(Candidate candidate) {
        if (!(candidate instanceof Candidate.Follow)) {
            return null;
        }
        return "completed".equals(reading.facts().taskStatus())
                ? MentionKind.FULFILMENT
                : MentionKind.TASK;
    }
}
