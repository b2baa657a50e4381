package dev.followthrough.alerting;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Role;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.topic.Keys;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Commitments, deals and accounts to try things on: one open promise of Ana's, made on a Monday
 * morning, with what a test changes.
 */
public final class Samples {
    /** Monday, nine o'clock in London. */
    public static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");

    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final AccountId ACME = new AccountId("hubspot:company/7");
    public static final DealId DEAL = new DealId("hubspot:deal/1");
    public static final Party ANA =
            new Party("slack:T1/U1", "Ana Roth", "ana@ours.example", Side.OURS);
    public static final Party BEN =
            new Party("slack:T1/U2", "Ben Ode", "ben@ours.example", Side.OURS);
    public static final Party CARL =
            new Party("mail:carl@acme.example", "Carl", "carl@acme.example", Side.CUSTOMER);

    private Samples() {}

    /** An open promise of Ana's to send the report, said at {@link #MADE}, without a due. */
    public static Builder promise(String name) {
        return new Builder(name);
    }

    /** A value that must be there. */
    public static <T> T some(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    public static Evidence evidence(String name, Instant at, Party author, String quote) {
        return new Evidence(
                quote,
                0,
                quote.length(),
                new SignalId("slack:T1/C1/" + name),
                1,
                0,
                "slack:deal-acme/" + name,
                author,
                at,
                "promise.test");
    }

    public static Due due(Instant at) {
        return Due.at(at, Grain.DAY, LONDON, "by Friday");
    }

    public static Handoff deal(
            DealStage stage,
            @Nullable Instant closed,
            List<Candidate.Request> unanswered,
            Commitment... commitments) {
        return new Handoff(
                ACME,
                DEAL,
                "Acme rollout",
                stage,
                closed,
                BEN,
                Handoff.Status.BLOCKED,
                List.of(),
                List.of(),
                List.of(),
                List.of(commitments).stream().map(Commitment::id).toList(),
                unanswered,
                List.of());
    }

    public static Candidate.Request request(String name, Instant at, String quote) {
        return new Candidate.Request(
                evidence(name, at, CARL, quote),
                0.9,
                new Doer.Nobody(),
                Side.OURS,
                "answer",
                null,
                List.of(),
                null);
    }

    public static AccountSummary account() {
        return new AccountSummary(
                ACME, "Acme", "gold", BEN, List.of(), List.of(), 1, 0, 0, 0, MADE);
    }

    public static Action click(String id, ActionKind kind, Instant at) {
        return new Action(
                new ActionId(id),
                kind,
                new ConversationId("slack:T1/C1"),
                new SignalId("slack:T1/C1/x"),
                0,
                "q",
                ANA,
                at,
                List.of(),
                ANA,
                at,
                "slack");
    }

    /** Changes one thing at a time; {@link #build} as often as needed. */
    public static final class Builder {
        private double confidence = 0.9;
        private final String name;
        private AccountId account = ACME;
        private Side side = Side.OURS;
        private Doer promisor = new Doer.Person(ANA);
        private Owner owner = new Owner.Stated(ANA);
        private CommitmentState state = CommitmentState.OPEN;
        private Instant made = MADE;
        private Instant touched = MADE;
        private @Nullable Due due;
        private @Nullable DealId deal = DEAL;
        private @Nullable Instant acknowledged;
        private @Nullable Instant snoozed;
        private List<Contradiction> contradictions = List.of();
        private List<Action> decisions = List.of();
        private String title = "send the report";
        private String quote = "I'll send you the report by Friday";

        private Builder(String name) {
            this.name = name;
        }

        public Builder account(String id) {
            this.account = new AccountId(id);
            this.deal = null;
            return this;
        }

        public Builder side(Side value) {
            this.side = value;
            return this;
        }

        public Builder promisor(Doer value) {
            this.promisor = value;
            return this;
        }

        public Builder owner(@Nullable Party value) {
            this.owner = value == null ? new Owner.None() : new Owner.Assigned(value);
            return this;
        }

        public Builder nobody() {
            this.promisor = new Doer.Nobody();
            this.owner = new Owner.None();
            return this;
        }

        public Builder confidence(double value) {
            this.confidence = value;
            return this;
        }

        public Builder state(CommitmentState value) {
            this.state = value;
            return this;
        }

        public Builder made(Instant value) {
            this.made = value;
            this.touched = value;
            return this;
        }

        public Builder touched(Instant value) {
            this.touched = value;
            return this;
        }

        public Builder due(@Nullable Instant value) {
            this.due = value == null ? null : Samples.due(value);
            return this;
        }

        /** Due so long after it was made. */
        public Builder dueAfter(Duration span) {
            return due(made.plus(span));
        }

        public Builder noDeal() {
            this.deal = null;
            return this;
        }

        public Builder acknowledged(Instant value) {
            this.acknowledged = value;
            return this;
        }

        public Builder snoozed(Instant value) {
            this.snoozed = value;
            return this;
        }

        public Builder contradicted(Instant at) {
            this.contradictions =
                    List.of(
                            new Contradiction(
                                    Contradiction.Kind.OUT_OF_SCOPE,
                                    evidence(
                                            "scope",
                                            at,
                                            BEN,
                                            "reports are not part of the order")));
            return this;
        }

        public Builder decisions(Action... value) {
            this.decisions = List.of(value);
            return this;
        }

        public Builder words(String newTitle, String newQuote) {
            this.title = newTitle;
            this.quote = newQuote;
            return this;
        }

        public Commitment build() {
            Evidence root = evidence(name, made, ANA, quote);
            return new Commitment(
                    Keys.commitment(account, new MentionId(root.signal(), 0)),
                    List.of(),
                    account,
                    deal,
                    title,
                    side,
                    promisor,
                    owner,
                    CARL,
                    due,
                    List.of(),
                    Modality.FIRM,
                    null,
                    null,
                    confidence,
                    state,
                    acknowledged,
                    snoozed,
                    made,
                    touched,
                    new ConversationId("slack:T1/C1"),
                    List.of(new Link(Role.MADE, root)),
                    contradictions,
                    decisions,
                    "");
        }
    }
}
