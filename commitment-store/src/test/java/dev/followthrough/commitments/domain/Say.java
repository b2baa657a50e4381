package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Attribution;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Limit;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hand-made readings: {@code Say.in("slack:C1").at("2026-03-02T09:00:00Z").by(ANA).promise(…)}. */
public final class Say {
    public static final Party ANA = person("ana", "ours.example", Side.OURS);
    public static final Party BEN = person("ben", "ours.example", Side.OURS);
    public static final Party CLEO = person("cleo", "buyer.example", Side.CUSTOMER);
    public static final Party DAN = person("dan", "buyer.example", Side.CUSTOMER);
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final AccountId BUYER = new AccountId("hubspot:company/1");

    private final String conversation;
    private SignalId signal = new SignalId("s");
    private Instant at = Instant.parse("2026-03-02T09:00:00Z");
    private Party by = ANA;
    private AccountId account = BUYER;
    private @Nullable DealId deal;
    private SignalKind kind = SignalKind.CHAT;
    private Facts facts = Facts.NONE;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Action> decisions = new ArrayList<>();

    private Say(String conversation) {
        this.conversation = conversation;
    }

    public static Party person(String name, String domain, Side side) {
        return new Party("slack:T/" + name, name, name + "@" + domain, side);
    }

    public static Say in(String conversation) {
        return new Say(conversation);
    }

    public Say at(String instant) {
        return at(Instant.parse(instant));
    }

    public Say at(Instant instant) {
        this.at = instant;
        this.signal = new SignalId(conversation + "/" + instant);
        return this;
    }

    public Say as(String id) {
        this.signal = new SignalId(id);
        return this;
    }

    public Say by(Party party) {
        this.by = party;
        return this;
    }

    public Say of(AccountId which) {
        this.account = which;
        return this;
    }

    public Say about(DealId which) {
        this.deal = which;
        return this;
    }

    public Say kind(SignalKind which, Facts stated) {
        this.kind = which;
        this.facts = stated;
        return this;
    }

    public Say promise(String quote, @Nullable Due due, String... matter) {
        return promise(quote, new Doer.Person(by), due, matter);
    }

    public Say promise(String quote, Doer doer, @Nullable Due due, String... matter) {
        return with(
                new Candidate.Promise(
                        evidence(quote),
                        0.9,
                        doer,
                        by.side(),
                        quote,
                        null,
                        due,
                        Modality.FIRM,
                        null,
                        null,
                        List.of(matter),
                        null));
    }

    public Say accept(String quote, Reading asked, @Nullable Due due) {
        Candidate.Request request = (Candidate.Request) asked.candidates().get(0);
        return with(
                new Candidate.Acceptance(
                        evidence(quote),
                        0.8,
                        request,
                        new Doer.Person(by),
                        by.side(),
                        request.action(),
                        due,
                        Modality.FIRM,
                        null,
                        request.matter()));
    }

    public Say request(String quote, @Nullable Due due, String... matter) {
        Side asked = by.side() == Side.OURS ? Side.CUSTOMER : Side.OURS;
        return with(
                new Candidate.Request(
                        evidence(quote),
                        0.8,
                        new Doer.Nobody(),
                        asked,
                        quote,
                        due,
                        List.of(matter),
                        null));
    }

    public Say done(String quote, String... matter) {
        return with(
                new Candidate.Fulfilment(
                        evidence(quote),
                        0.8,
                        new Doer.Person(by),
                        by.side(),
                        List.of(matter),
                        null));
    }

    public Say moved(String quote, Due due, @Nullable SignalId about, String... matter) {
        return with(
                new Candidate.Rescheduling(
                        evidence(quote),
                        0.8,
                        new Doer.Person(by),
                        by.side(),
                        due,
                        List.of(matter),
                        about));
    }

    public Say handed(String quote, Party to, String... matter) {
        return with(
                new Candidate.Reassignment(
                        evidence(quote),
                        0.8,
                        new Doer.Person(to),
                        by.side(),
                        null,
                        List.of(matter),
                        null));
    }

    public Say off(String quote, String... matter) {
        return with(
                new Candidate.Withdrawal(
                        evidence(quote),
                        0.8,
                        new Doer.Person(by),
                        by.side(),
                        List.of(matter),
                        null));
    }

    /** As extraction writes it: matched by the words of the matter, whatever the item reads. */
    public Say scope(Polarity polarity, String item, String... matter) {
        return with(
                new Candidate.ScopeStatement(
                        evidence(item), 0.8, polarity, item, List.of(matter), null));
    }

    public Say limit(String item, double number, String unit) {
        return with(
                new Candidate.ScopeStatement(
                        evidence(item),
                        0.8,
                        Polarity.LIMIT,
                        item,
                        List.of(),
                        new Limit(number, unit, null, null, null)));
    }

    public Say with(Candidate candidate) {
        candidates.add(candidate);
        return this;
    }

    public Say decided(Action... actions) {
        decisions.addAll(Arrays.asList(actions));
        return this;
    }

    private Evidence evidence(String quote) {
        int start = candidates.stream().mapToInt(c -> c.evidence().end() + 1).max().orElse(0);
        return new Evidence(
                quote,
                start,
                start + quote.length(),
                signal,
                1,
                candidates.size(),
                "ref:" + signal,
                by,
                at,
                "test.rule");
    }

    public Reading reading() {
        return new Reading(
                signal,
                1,
                new ConversationId(conversation),
                kind,
                Source.SLACK,
                at,
                by,
                List.of(ANA, CLEO),
                "test",
                new Attribution(account, deal, Attribution.How.SOURCE, "test"),
                facts,
                candidates,
                List.of(),
                decisions,
                null);
    }

    /** The same reading under newer rules: nothing that the ledger looks at is different. */
    public static Reading readAgain(Reading r) {
        return new Reading(
                r.signal(),
                r.revision(),
                r.conversation(),
                r.kind(),
                r.source(),
                r.saidAt(),
                r.author(),
                r.audience(),
                r.rules() + "+",
                r.attribution(),
                r.facts(),
                r.candidates(),
                r.contract(),
                r.decisions(),
                r.error());
    }

    public static Due day(String date) {
        Instant end = java.time.LocalDate.parse(date).atTime(23, 59, 59).atZone(ZONE).toInstant();
        return Due.at(end, Grain.DAY, ZONE, date);
    }

    public static Action click(
            String id, ActionKind kind, Party by, String at, Reading on, String... seen) {
        Candidate first = on.candidates().get(0);
        return new Action(
                new ActionId(id),
                kind,
                on.conversation(),
                on.signal(),
                first.evidence().utterance(),
                first.evidence().quote(),
                by,
                Instant.parse(at),
                Arrays.stream(seen).map(ActionId::new).toList(),
                kind == ActionKind.ASSIGN ? by : null,
                kind == ActionKind.SNOOZE || kind == ActionKind.SET_DUE
                        ? Instant.parse("2026-06-01T00:00:00Z")
                        : null,
                "slack");
    }
}
