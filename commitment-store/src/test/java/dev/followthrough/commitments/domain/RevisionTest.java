package dev.followthrough.commitments.domain;

import static dev.followthrough.commitments.domain.Say.ANA;
import static dev.followthrough.commitments.domain.Say.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.CommitmentEvent.Kind;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.Reading;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What an edit, a deletion, an earlier signal or a move publishes. */
class RevisionTest {
    private static final String[] MATTER = {"security", "report"};

    private final MemoryTables tables = new MemoryTables();
    private final List<Publication> published = new ArrayList<>();

    private void take(AccountId account, Reading of, @Nullable Reading after) {
        Reading before = tables.get(Table.READINGS, new At(account).key(of.signal().value()));
        Changes changes = Ledger.revise(tables, before, after);
        tables.apply(changes);
        published.clear();
        published.addAll(changes.publications());
    }

    private void take(Reading reading) {
        take(reading.account(), reading, reading);
    }

    private List<Kind> events() {
        return published.stream()
                .filter(Publication.OfEvent.class::isInstance)
                .map(each -> ((Publication.OfEvent) each).event().kind())
                .toList();
    }

    private List<Commitment> ledger() {
        return Ledger.view(tables, List.of(Say.BUYER)).commitments();
    }

    private List<CommitmentId> tombstones() {
        return published.stream()
                .filter(
                        each ->
                                each instanceof Publication.OfCommitment c
                                        && c.commitment() == null)
                .map(each -> ((Publication.OfCommitment) each).id())
                .toList();
    }

    private static Say at(String conversation, String instant) {
        return Say.in(conversation).at(instant).by(ANA);
    }

    private static Reading made() {
        return at("slack:C1", "2026-03-02T09:00:00Z")
                .promise("I'll send the security report", day("2026-03-06"), MATTER)
                .reading();
    }

    @Test
    void readingThatComesAgainUnderNewerRulesWithTheSamePromiseKeepsItsCommitment() {
        // Given
        take(made());
        List<Commitment> before = ledger();

        // When
        take(Say.readAgain(made()));

        // Then
        assertThat(published).isEmpty();
        assertThat(ledger()).hasSize(1).isEqualTo(before);
    }

    @Test
    void editThatTakesThePromiseOutRetractsTheCommitment() {
        // Given
        take(made());
        CommitmentId id = ledger().get(0).id();

        // When
        take(at("slack:C1", "2026-03-02T09:00:00Z").reading());

        // Then
        assertThat(tombstones()).containsExactly(id);
        assertThat(events()).containsExactly(Kind.RETRACTED);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void editThatNamesAnotherDateChangesItAndNamesTheField() {
        // Given
        take(made());

        // When
        take(
                at("slack:C1", "2026-03-02T09:00:00Z")
                        .promise("I'll send the security report", day("2026-03-09"), MATTER)
                        .reading());

        // Then
        assertThat(events()).containsExactly(Kind.CHANGED);
        CommitmentEvent event =
                published.stream()
                        .filter(Publication.OfEvent.class::isInstance)
                        .map(each -> ((Publication.OfEvent) each).event())
                        .findFirst()
                        .orElseThrow();
        assertThat(event.changed()).containsExactly("due");
        assertThat(ledger().get(0).earlierDues()).isEmpty();
    }

    @Test
    void deletedSignalRetractsWhatItAloneCarried() {
        // Given
        take(made());

        // When
        take(Say.BUYER, made(), null);

        // Then
        assertThat(events()).containsExactly(Kind.RETRACTED);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void deletedRestatementLeavesTheCommitmentWithOneEvidenceLess() {
        // Given
        take(made());
        Reading mail =
                at("mail:1", "2026-03-03T09:00:00Z")
                        .promise("the security report is coming", day("2026-03-06"), MATTER)
                        .reading();
        take(mail);

        // When
        take(Say.BUYER, mail, null);

        // Then
        assertThat(events()).containsExactly(Kind.CHANGED);
        assertThat(ledger()).singleElement().satisfies(c -> assertThat(c.evidence()).hasSize(1));
    }

    @Test
    void deletedFulfilmentOpensItAgain() {
        // Given
        take(made());
        Reading sent = at("slack:C1", "2026-03-05T09:00:00Z").done("report sent", MATTER).reading();
        take(sent);

        // When
        take(Say.BUYER, sent, null);

        // Then
        assertThat(events()).containsExactly(Kind.REOPENED);
    }

    @Test
    void earlierEvidenceGivesTheCommitmentAnotherIdAndTheOldOneATombstone() {
        // Given
        take(made());
        CommitmentId old = ledger().get(0).id();

        // When
        take(
                at("mail:1", "2026-03-01T09:00:00Z")
                        .promise("the security report will come", day("2026-03-06"), MATTER)
                        .reading());

        // Then
        Commitment now = ledger().get(0);
        assertThat(ledger()).hasSize(1);
        assertThat(tombstones()).containsExactly(old);
        assertThat(now.formerIds()).containsExactly(old);
        assertThat(events()).containsExactlyInAnyOrder(Kind.MOVED, Kind.OPENED);
        assertThat(tables.get(Table.ALIASES, old.value())).isEqualTo(new Entry(now.id().value()));
    }

    @Test
    void signalWhoseAccountBecameKnownLeavesTheUnknownOneAndOpensInTheOther() {
        // Given
        AccountId unknown = new AccountId("unknown:slack:C1");
        Reading before =
                at("slack:C1", "2026-03-02T09:00:00Z")
                        .of(unknown)
                        .promise("I'll send the security report", day("2026-03-06"), MATTER)
                        .reading();
        take(before);

        // When
        take(unknown, before, null);
        List<Kind> left = events();
        take(made());

        // Then
        assertThat(left).containsExactly(Kind.RETRACTED);
        assertThat(events()).containsExactly(Kind.OPENED);
        assertThat(Ledger.view(tables, List.of(unknown)).commitments()).isEmpty();
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void redeliveryPublishesAndWritesNothing() {
        // Given
        take(made());

        // When
        take(made());

        // Then
        assertThat(published).isEmpty();
    }

    @Test
    void onlyTheNewestEventsOfACommitmentAreKept() {
        // Given
        int edits = Events.KEPT + 20;

        // When
        for (int i = 0; i < edits; i++) {
            take(
                    at("slack:C1", "2026-03-02T09:00:00Z")
                            .promise("I'll send report " + i, day("2026-03-06"), MATTER)
                            .reading());
        }

        // Then
        String prefix = ledger().get(0).id().value() + "~";
        List<Row<CommitmentEvent>> kept = tables.below(Table.EVENTS, prefix);
        assertThat(kept).hasSize(Events.KEPT);
        assertThat(kept.get(0).key()).endsWith("~000000000020");
    }
}
