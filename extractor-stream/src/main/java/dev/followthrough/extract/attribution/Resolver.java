package dev.followthrough.extract.attribution;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Fills in what the text alone cannot say: who a name means, whose side everybody is on, and by
 * whose clock a date ends. Candidates come from the extractor with names as said ({@code
 * name:Priya}) and unknown sides.
 */
public final class Resolver {
    /** Prefix of the id of a party that is only a name so far. */
    public static final String NAME_PREFIX = "name:";

    private final Parties parties;
    private final Clocks clocks;
    private final AccountId account;
    private final Party author;
    private final boolean otherSideHears;

    /** For the candidates of one signal, read in a matter of this account. */
    public Resolver(
            Directory directory,
            AccountId account,
            Party author,
            List<Party> audience,
            boolean shared) {
        this.parties = new Parties(directory);
        this.clocks = new Clocks(directory, audience);
        this.account = account;
        this.author = parties.resolve(author);
        Side own = this.author.side();
        this.otherSideHears =
                shared
                        || audience.stream()
                                .map(parties::resolve)
                                .anyMatch(p -> p.side() != Side.UNKNOWN && p.side() != own);
    }

    public Party author() {
        return author;
    }

    /** Somebody present or named, with side, address and name where the directory knows them. */
    public Party party(Party party) {
        if (party.id().startsWith(NAME_PREFIX)) {
            Party known = parties.named(party.id().substring(NAME_PREFIX.length()), account);
            return known == null ? party : known;
        }
        return parties.resolve(party);
    }

    public Candidate resolve(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Promise c ->
                    new Candidate.Promise(
                            by(c.evidence()),
                            c.confidence(),
                            doer(c.promisor()),
                            side(doer(c.promisor())),
                            c.action(),
                            promisee(c.promisee()),
                            clocks.of(c.due(), c.evidence()),
                            c.modality(),
                            c.condition(),
                            c.recurrence(),
                            c.matter(),
                            c.about());
            case Candidate.Request c -> request(c);
            case Candidate.Acceptance c ->
                    new Candidate.Acceptance(
                            by(c.evidence()),
                            c.confidence(),
                            request(c.request()),
                            doer(c.promisor()),
                            side(doer(c.promisor())),
                            c.action(),
                            clocks.of(c.due(), c.evidence()),
                            c.modality(),
                            c.condition(),
                            c.matter());
            case Candidate.Fulfilment c ->
                    new Candidate.Fulfilment(
                            by(c.evidence()),
                            c.confidence(),
                            doer(c.doer()),
                            side(doer(c.doer())),
                            c.matter(),
                            c.about());
            case Candidate.Rescheduling c ->
                    new Candidate.Rescheduling(
                            by(c.evidence()),
                            c.confidence(),
                            doer(c.doer()),
                            side(doer(c.doer())),
                            clocks.of(c.due(), c.evidence()),
                            c.matter(),
                            c.about());
            case Candidate.Reassignment c ->
                    new Candidate.Reassignment(
                            by(c.evidence()),
                            c.confidence(),
                            doer(c.to()),
                            side(doer(c.to())),
                            clocks.of(c.due(), c.evidence()),
                            c.matter(),
                            c.about());
            case Candidate.Withdrawal c ->
                    new Candidate.Withdrawal(
                            by(c.evidence()),
                            c.confidence(),
                            doer(c.doer()),
                            side(doer(c.doer())),
                            c.matter(),
                            c.about());
            case Candidate.Milestone c ->
                    new Candidate.Milestone(
                            by(c.evidence()),
                            c.confidence(),
                            c.event(),
                            clocks.of(c.due(), c.evidence()));
            case Candidate.ScopeStatement c ->
                    new Candidate.ScopeStatement(
                            by(c.evidence()),
                            c.confidence(),
                            c.polarity(),
                            c.item(),
                            c.matter(),
                            c.limit());
            case Candidate.ContextNote c ->
                    new Candidate.ContextNote(by(c.evidence()), c.confidence(), c.category());
            case Candidate.Unknown c -> c;
        };
    }

    public ContractFact resolve(ContractFact fact) {
        return new ContractFact(by(fact.evidence()), fact.confidence(), fact.kind(), fact.value());
    }

    /** A request asks the named one, else the other side where it hears, else a colleague. */
    private Candidate.Request request(Candidate.Request c) {
        Party requester = party(c.evidence().author());
        Doer asked = doer(c.asked());
        Side side =
                asked instanceof Doer.Person person && person.party().side() != Side.UNKNOWN
                        ? person.party().side()
                        : otherSideHears ? opposite(requester.side()) : requester.side();
        return new Candidate.Request(
                by(c.evidence()),
                c.confidence(),
                asked,
                side,
                c.action(),
                clocks.of(c.due(), c.evidence()),
                c.matter(),
                c.about());
    }

    private Evidence by(Evidence e) {
        return new Evidence(
                e.quote(),
                e.start(),
                e.end(),
                e.signal(),
                e.revision(),
                e.utterance(),
                e.ref(),
                party(e.author()),
                e.saidAt(),
                e.rule());
    }

    private Doer doer(Doer doer) {
        return switch (doer) {
            case Doer.Person person -> new Doer.Person(party(person.party()));
            case Doer.Team team -> team;
            case Doer.Nobody nobody -> nobody;
        };
    }

    /** A person stands on their own side; a team or nobody in particular on the author's. */
    private Side side(Doer doer) {
        return doer instanceof Doer.Person person && person.party().side() != Side.UNKNOWN
                ? person.party().side()
                : author.side();
    }

    private @Nullable Party promisee(@Nullable Party party) {
        return party == null ? null : party(party);
    }

    private static Side opposite(Side side) {
        return switch (side) {
            case OURS -> Side.CUSTOMER;
            case CUSTOMER -> Side.OURS;
            case UNKNOWN -> Side.UNKNOWN;
        };
    }
}
