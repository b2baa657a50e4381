package dev.followthrough.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Attribution;
import dev.followthrough.contracts.model.Attribution.How;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

class AttributorTest {
    private static final AccountId NORTHMERE = new AccountId("northmere");
    private static final AccountId KESTREL = new AccountId("kestrel");
    private static final ConversationId ROOM = new ConversationId("slack:T1/C1");

    private static final Party OUR_BEN = party("ben@ours.example", "Ben Ott", Side.OURS);
    private static final Party THEIR_ANA = party("ana@northmere.example", "Ana Ruiz", Side.UNKNOWN);

    @Test
    void sourcesOwnAssociationBeatsEverything() {
        // Given
        Attributor attributor =
                attributor(account(NORTHMERE, "Northmere"), account(KESTREL, "Kestrel"));

        // When
        Attribution found =
                Objects.requireNonNull(
                        attributor.own(signal(OUR_BEN, THEIR_ANA, KESTREL, "Northmere asked")));

        // Then
        assertThat(found.account()).isEqualTo(KESTREL);
        assertThat(found.how()).isEqualTo(How.SOURCE);
    }

    @Test
    void channelsMappingComesBeforeParticipants() {
        // Given
        DirectoryEntry channel =
                new DirectoryEntry.Channel(ROOM, "general", true, KESTREL, null, List.of());
        Attributor attributor = attributor(account(NORTHMERE, "Northmere"), channel);

        // When
        Attribution found =
                Objects.requireNonNull(attributor.own(signal(OUR_BEN, THEIR_ANA, null, "hello")));

        // Then
        assertThat(found.account()).isEqualTo(KESTREL);
        assertThat(found.how()).isEqualTo(How.CHANNEL);
    }

    @Test
    void channelsNameNamesTheAccount() {
        // Given
        DirectoryEntry channel =
                new DirectoryEntry.Channel(ROOM, "deal-northmere", false, null, null, List.of());
        Attributor attributor = attributor(account(NORTHMERE, "Northmere"), channel);

        // When
        Attribution found =
                Objects.requireNonNull(attributor.own(signal(OUR_BEN, OUR_BEN, null, "hello")));

        // Then
        assertThat(found.account()).isEqualTo(NORTHMERE);
    }

    @Test
    void participantsDomainNamesTheAccountAndItsOnlyDeal() {
        // Given
        DealId only = new DealId("d1");
        DirectoryEntry deal =
                new DirectoryEntry.Deal(only, "Pilot", NORTHMERE, DealStage.OPEN, null, null);
        Attributor attributor = attributor(account(NORTHMERE, "Northmere"), deal);

        // When
        Attribution found =
                Objects.requireNonNull(attributor.own(signal(OUR_BEN, THEIR_ANA, null, "hello")));

        // Then
        assertThat(found.how()).isEqualTo(How.PARTICIPANTS);
        assertThat(found.deal()).isEqualTo(only);
    }

    @Test
    void ofTwoDealsNoneIsGuessed() {
        // Given
        Attributor attributor =
                attributor(
                        account(NORTHMERE, "Northmere"),
                        new DirectoryEntry.Deal(
                                new DealId("d1"), "Pilot", NORTHMERE, DealStage.OPEN, null, null),
                        new DirectoryEntry.Deal(
                                new DealId("d2"), "Rest", NORTHMERE, DealStage.OPEN, null, null));

        // When
        Attribution found =
                Objects.requireNonNull(attributor.own(signal(OUR_BEN, THEIR_ANA, null, "hello")));

        // Then
        assertThat(found.deal()).isNull();
    }

    @Test
    void freeMailDomainSaysNothing() {
        // Given
        Party free = party("ana@gmail.com", "Ana", Side.UNKNOWN);
        Attributor attributor =
                attributor(
                        new DirectoryEntry.Account(
                                NORTHMERE, "Northmere", List.of("gmail.com"), null, null));

        // When
        @Nullable Attribution found = attributor.own(signal(free, OUR_BEN, null, "hello"));

        // Then
        assertThat(found).isNull();
    }

    @Test
    void twoAccountsAmongParticipantsAreDecidedByANameInTheTextOrNotAtAll() {
        // Given
        Party kestrel = party("kit@kestrel.example", "Kit", Side.UNKNOWN);
        Attributor attributor =
                attributor(account(NORTHMERE, "Northmere"), account(KESTREL, "Kestrel"));

        // When
        @Nullable Attribution undecided =
                attributor.own(signal(THEIR_ANA, kestrel, null, "hello both"));
        Attribution named =
                Objects.requireNonNull(
                        attributor.own(signal(THEIR_ANA, kestrel, null, "Kestrel goes first")));

        // Then
        assertThat(undecided).isNull();
        assertThat(named.account()).isEqualTo(KESTREL);
        assertThat(named.how()).isEqualTo(How.NAME);
    }

    @Test
    void sidesAndOwnersComeFromTheDirectory() {
        // Given
        Directory directory =
                directory(
                        account(NORTHMERE, "Northmere"),
                        new DirectoryEntry.Person(OUR_BEN, List.of(), null, null, null),
                        new DirectoryEntry.Person(
                                party("priya@ours.example", "Priya Nair", Side.OURS),
                                List.of("Priya"),
                                null,
                                null,
                                null));
        Party unresolved = party("ben@ours.example", "Ben Ott", Side.UNKNOWN);
        Signal signal =
                signal(unresolved, THEIR_ANA, null, "Priya will send you the SOW by Friday.");
        Candidate said = new Extractor().extract(signal, Context.EMPTY).candidates().get(0);
        Resolver resolver =
                new Resolver(directory, NORTHMERE, signal.author(), signal.audience(), true);

        // When
        Candidate.Promise promise = (Candidate.Promise) resolver.resolve(said);

        // Then
        assertThat(promise.side()).isEqualTo(Side.OURS);
        assertThat(promise.promisor()).isInstanceOf(Doer.Person.class);
        assertThat(((Doer.Person) promise.promisor()).party().email())
                .isEqualTo("priya@ours.example");
        assertThat(promise.evidence().author().side()).isEqualTo(Side.OURS);
        assertThat(resolver.party(THEIR_ANA).side()).isEqualTo(Side.CUSTOMER);
    }

    private static DirectoryEntry account(AccountId id, String name) {
        return new DirectoryEntry.Account(
                id, name, List.of(id.toString() + ".example"), null, null);
    }

    private static Party party(String email, String name, Side side) {
        return new Party("mail:" + email, name, email, side);
    }

    private static Attributor attributor(DirectoryEntry... entries) {
        return new Attributor(directory(entries));
    }

    private static Directory directory(DirectoryEntry... entries) {
        return term ->
                List.of(entries).stream()
                        .filter(entry -> Terms.of(entry).contains(term))
                        .sorted(Comparator.comparing(DirectoryEntry::entity))
                        .toList();
    }

    private static Signal signal(
            Party author, Party hearer, @Nullable AccountId account, String text) {
        return new Signal(
                new SignalId("s1"),
                0,
                false,
                SignalKind.CHAT,
                Source.SLACK,
                ROOM,
                null,
                Say.MONDAY,
                ZoneOffset.UTC,
                author,
                List.of(hearer),
                account,
                null,
                text,
                null,
                List.of(),
                List.of(new Place(0, "s1")),
                Facts.NONE);
    }
}
