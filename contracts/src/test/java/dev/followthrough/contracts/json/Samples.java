package dev.followthrough.contracts.json;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Attribution;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.ContextCategory;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Named;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Role;
import dev.followthrough.contracts.model.Severity;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value of every record and of every alternative: what golden JSON, schemas and round trips are
 * tested with.
 */
final class Samples {
    static final Instant SAID = Instant.parse("2026-03-02T15:04:05Z");
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Party ANA = new Party("slack:T1/U1", "Ana Ruiz", "ana@vendor.example", Side.OURS);
    static final Party BOB =
            new Party("slack:T1/U2", "Bob Lee", "bob@buyer.example", Side.CUSTOMER);
    static final AccountId ACCOUNT = new AccountId("hubspot:company/7");
    static final DealId DEAL = new DealId("hubspot:deal/9");
    static final SignalId SIGNAL = new SignalId("slack:T1/C1/1772463845.000100");
    static final ConversationId CONVERSATION = new ConversationId("slack:T1/C1");
    static final String TEXT = "Sure, we'll send you the redlines by Friday.";
    static final Evidence EVIDENCE =
            new Evidence(
                    "we'll send you the redlines by Friday",
                    6,
                    43,
                    SIGNAL,
                    0,
                    0,
                    "slack:buyer-vendor/1772463845.000100",
                    ANA,
                    SAID,
                    "promise.will-deliver");
    static final Due DUE =
            Due.at(Instant.parse("2026-03-07T04:59:59Z"), Grain.DAY, ZONE, "by Friday");
    static final Candidate.Request REQUEST =
            new Candidate.Request(
                    EVIDENCE,
                    0.8,
                    new Doer.Person(ANA),
                    Side.OURS,
                    "send the redlines",
                    DUE,
                    List.of("redline", "send"),
                    null);
    static final Candidate.Promise PROMISE =
            new Candidate.Promise(
                    EVIDENCE,
                    0.91,
                    new Doer.Person(ANA),
                    Side.OURS,
                    "send the redlines",
                    BOB,
                    DUE,
                    Modality.FIRM,
                    null,
                    null,
                    List.of("redline", "send"),
                    null);
    static final CommitmentId COMMITMENT = new CommitmentId("hubspot:company/7~0123456789abcdef");
    static final Action ACTION =
            new Action(
                    new ActionId("a1"),
                    ActionKind.ASSIGN,
                    CONVERSATION,
                    SIGNAL,
                    0,
                    EVIDENCE.quote(),
                    BOB,
                    SAID,
                    List.of(),
                    ANA,
                    null,
                    "slack");

    private Samples() {}

    static Signal signal() {
        return new Signal(
                SIGNAL,
                0,
                false,
                SignalKind.CHAT,
                Source.SLACK,
                CONVERSATION,
                null,
                SAID,
                ZONE,
                ANA,
                List.of(BOB),
                null,
                null,
                TEXT,
                null,
                List.of(new Named(0, 4, BOB)),
                List.of(new Place(0, EVIDENCE.ref())),
                Facts.attachments(List.of("redlines.docx")));
    }

    static List<Candidate> candidates() {
        return List.of(
                PROMISE,
                REQUEST,
                new Candidate.Acceptance(
                        EVIDENCE,
                        0.7,
                        REQUEST,
                        new Doer.Team("legal"),
                        Side.OURS,
                        "send the redlines",
                        null,
                        Modality.CONDITIONAL,
                        "once legal agrees",
                        List.of("redline")),
                new Candidate.Fulfilment(
                        EVIDENCE, 0.7, new Doer.Nobody(), Side.OURS, List.of("redline"), SIGNAL),
                new Candidate.Rescheduling(
                        EVIDENCE,
                        0.7,
                        new Doer.Nobody(),
                        Side.OURS,
                        Due.anchored("go-live", ZONE, "after go-live"),
                        List.of("redline"),
                        SIGNAL),
                new Candidate.Reassignment(
                        EVIDENCE,
                        0.7,
                        new Doer.Person(BOB),
                        Side.CUSTOMER,
                        null,
                        List.of("redline"),
                        SIGNAL),
                new Candidate.Withdrawal(
                        EVIDENCE, 0.7, new Doer.Nobody(), Side.OURS, List.of("redline"), SIGNAL),
                new Candidate.Milestone(EVIDENCE, 0.7, "go-live", DUE),
                new Candidate.ScopeStatement(
                        EVIDENCE, 0.7, Polarity.OUT, "custom workflows", List.of(), null),
                new Candidate.ContextNote(EVIDENCE, 0.7, ContextCategory.TRUST_DAMAGE));
    }

    static Reading reading() {
        return new Reading(
                SIGNAL,
                0,
                CONVERSATION,
                SignalKind.CHAT,
                Source.SLACK,
                SAID,
                ANA,
                List.of(BOB),
                "r1",
                new Attribution(ACCOUNT, DEAL, Attribution.How.PARTICIPANTS, "buyer.example"),
                Facts.NONE,
                candidates(),
                List.of(),
                List.of(ACTION),
                null);
    }

    static Commitment commitment() {
        return new Commitment(
                COMMITMENT,
                List.of(),
                ACCOUNT,
                DEAL,
                "send the redlines",
                Side.OURS,
                new Doer.Person(ANA),
                new Owner.Assigned(BOB),
                BOB,
                DUE,
                List.of(DUE),
                Modality.FIRM,
                null,
                null,
                0.91,
                CommitmentState.OPEN,
                SAID,
                null,
                SAID,
                SAID,
                CONVERSATION,
                List.of(new Link(Role.MADE, EVIDENCE)),
                List.of(new Contradiction(Contradiction.Kind.DUE, EVIDENCE)),
                List.of(ACTION),
                "v1");
    }

    static Handoff handoff() {
        return new Handoff(
                ACCOUNT,
                DEAL,
                "Buyer - Redlines",
                DealStage.WON,
                SAID,
                ANA,
                Handoff.Status.BLOCKED,
                List.of((Candidate.ScopeStatement) candidates().get(8)),
                List.of((Candidate.Milestone) candidates().get(7)),
                List.of((Candidate.ContextNote) candidates().get(9)),
                List.of(COMMITMENT),
                List.of(REQUEST),
                List.of("no owner: send the redlines"));
    }

    static Escalation escalation() {
        return new Escalation(
                new EscalationId("e1"),
                ACCOUNT,
                new Escalation.Subject(COMMITMENT, DEAL, new MentionId(SIGNAL, 0), CONVERSATION),
                EscalationReason.OVERDUE,
                Severity.CRITICAL,
                1,
                new Escalation.State.Open(SAID),
                ANA,
                SAID,
                true,
                new Escalation.Words(
                        "send the redlines",
                        "was due on 6 March",
                        EVIDENCE.quote(),
                        EVIDENCE.ref(),
                        "tell Bob Lee a new date"));
    }

    /** One of each record that stands in a topic, by the name of its samples' file. */
    static Map<String, Object> records() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("signal", signal());
        all.put("action", ACTION);
        all.put(
                "directory-account",
                new DirectoryEntry.Account(
                        ACCOUNT, "Buyer", List.of("buyer.example"), "gold", ANA));
        all.put(
                "directory-deal",
                new DirectoryEntry.Deal(
                        DEAL, "Buyer - Redlines", ACCOUNT, DealStage.WON, SAID, ANA));
        all.put(
                "directory-person",
                new DirectoryEntry.Person(BOB, List.of("Bob"), "CTO", ACCOUNT, ZONE));
        all.put(
                "directory-channel",
                new DirectoryEntry.Channel(
                        CONVERSATION, "buyer-vendor", true, ACCOUNT, DEAL, List.of("slack:T1/U1")));
        all.put("reading", reading());
        all.put("commitment", commitment());
        all.put("handoff", handoff());
        all.put(
                "account",
                new AccountSummary(
                        ACCOUNT,
                        "Buyer",
                        "gold",
                        ANA,
                        List.of(CONVERSATION),
                        List.of(),
                        1,
                        2,
                        3,
                        4,
                        SAID));
        all.put(
                "event",
                new CommitmentEvent(
                        COMMITMENT,
                        ACCOUNT,
                        CommitmentEvent.Kind.CHANGED,
                        List.of("due"),
                        "v2",
                        SIGNAL.value(),
                        SAID));
        all.put("escalation", escalation());
        all.put(
                "message",
                new Message(
                        "slack:C1",
                        new EscalationId("e1"),
                        ACCOUNT,
                        Severity.WARNING,
                        true,
                        "Overdue: send the redlines",
                        List.of("was due on 6 March"),
                        List.of("opened"),
                        new MentionId(SIGNAL, 0),
                        CONVERSATION,
                        EVIDENCE.quote(),
                        List.of(),
                        "v1"));
        all.put(
                "delivery",
                new Delivery(
                        "slack:C1",
                        new EscalationId("e1"),
                        "t1",
                        "1772463845.000200",
                        "v1",
                        1,
                        null,
                        SAID));
        all.put(
                "dead-letter",
                new DeadLetter(
                        "invalid-json",
                        "Signal at byte 12",
                        Map.of("file", "a.json", "line", "3"),
                        "e30=",
                        SAID));
        return all;
    }
}
