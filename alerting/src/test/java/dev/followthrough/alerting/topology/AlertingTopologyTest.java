package dev.followthrough.alerting.topology;

import static dev.followthrough.alerting.Samples.BEN;
import static dev.followthrough.alerting.Samples.MADE;
import static dev.followthrough.alerting.Samples.account;
import static dev.followthrough.alerting.Samples.deal;
import static dev.followthrough.alerting.Samples.promise;
import static dev.followthrough.alerting.Samples.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.alerting.Samples;
import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Message;

import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

class AlertingTopologyTest {
    private static final EscalationPolicy POLICY = EscalationPolicy.standard();
    private static final Instant DUE = MADE.plus(Duration.ofDays(5));

    @TempDir Path folder;

    @Test
    void theTopologyIsTheOneChecked() throws IOException {
        try (Driver driver = new Driver(folder, POLICY, MADE)) {
            // When
            String described = driver.describe();

            // Then
            try (var golden = AlertingTopologyTest.class.getResourceAsStream("/topology.txt")) {
                assertThat(described)
                        .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aQuietAccountStillGoesOverdue() {
        try (Driver driver = new Driver(folder, POLICY, MADE)) {
            // Given
            driver.known(account());
            driver.promised(promise("p").due(DUE).build());
            driver.pass(Duration.ofDays(4));
            driver.escalations();
            driver.messages();

            // When
            driver.pass(Duration.ofHours(25));

            // Then
            assertThat(driver.escalations())
                    .extracting(e -> e.value.reason() + " " + state(e))
                    .containsExactly("DUE_SOON Resolved", "OVERDUE Open");
            List<KeyValue<String, Message>> messages = driver.messages();
            assertThat(messages)
                    .extracting(m -> m.value.title())
                    .containsExactly(
                            "Due soon, resolved: send the report", "Overdue: send the report");
            assertThat(messages.get(1).key).startsWith("terminal:~overdue:hubspot:company/7");
            assertThat(driver.isSilent()).isTrue();
        }
    }

    @Test
    void theEscalationCarriesItsCloudEventAttributes() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plusSeconds(1))) {
            // When
            driver.promised(promise("p").due(DUE).build());
            driver.pass(Duration.ofMinutes(2));

            // Then
            assertThat(driver.headers())
                    .containsEntry("ce_type", "dev.followthrough.alerting.escalation.v1")
                    .containsEntry("ce_source", "/followthrough/alerting");
        }
    }

    @Test
    void aBackfillOfOldCausesGivesOneSummary() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plus(Duration.ofDays(60)))) {
            // Given
            driver.known(account());

            // When
            for (int i = 0; i < 200; i++) {
                driver.promised(promise("p" + i).due(DUE.plusSeconds(i)).build());
            }
            driver.pass(Duration.ofMinutes(5));

            // Then
            List<KeyValue<String, Message>> messages = driver.messages();
            assertThat(messages).hasSize(1);
            assertThat(messages.get(0).value.title()).isEqualTo("Acme: 200 things to look at");
            assertThat(driver.escalations()).hasSize(200).allMatch(e -> !e.value.fresh());
            assertThat(driver.isSilent()).isTrue();
        }
    }

    @Test
    void aReplayChangesNothing() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plusSeconds(1))) {
            // Given
            List<Commitment> ledger =
                    List.of(promise("p").due(DUE).build(), promise("q").nobody().build());
            driver.known(account());
            driver.delivered(
                    deal(DealStage.WON, MADE, List.of(request("r", MADE, "and the roof?"))));
            ledger.forEach(driver::promised);
            driver.pass(Duration.ofMinutes(5));
            assertThat(driver.escalations()).isNotEmpty();
            assertThat(driver.messages()).isNotEmpty();

            // When
            driver.known(account());
            driver.delivered(
                    deal(DealStage.WON, MADE, List.of(request("r", MADE, "and the roof?"))));
            ledger.forEach(driver::promised);
            driver.pass(Duration.ofMinutes(5));

            // Then
            assertThat(driver.isSilent()).isTrue();
        }
    }

    @Test
    void anyOrderOfTheSameRecordsEndsInTheSameEscalations(@TempDir Path another) {
        // Given
        TreeMap<String, Escalation> first = new TreeMap<>();

        for (int seed = 0; seed < 6; seed++) {
            try (Driver driver =
                    new Driver(another.resolve("s" + seed), POLICY, DUE.plusSeconds(1))) {
                List<Runnable> steps = new ArrayList<>();
                steps.add(() -> driver.known(account()));
                steps.add(() -> driver.promised(promise("p").due(DUE).build()));
                steps.add(() -> driver.promised(promise("q").nobody().build()));
                steps.add(() -> driver.promised(promise("r").owner(null).build()));
                steps.add(
                        () ->
                                driver.delivered(
                                        deal(
                                                DealStage.WON,
                                                MADE,
                                                List.of(request("x", MADE, "and the roof?")))));
                Collections.shuffle(steps, new Random(seed));

                // When
                steps.forEach(Runnable::run);
                driver.pass(Duration.ofMinutes(1));

                // Then
                TreeMap<String, Escalation> last = new TreeMap<>();
                driver.escalations().forEach(e -> last.put(e.key, e.value));
                assertThat(last).hasSize(5);
                if (seed == 0) {
                    first.putAll(last);
                }
                assertThat(last).isEqualTo(first);
            }
        }
    }

    @Test
    void aClickResolvesAtOnceAndTheMessageSaysSo() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plusSeconds(1))) {
            // Given
            driver.promised(promise("p").due(DUE).build());
            driver.pass(Duration.ofMinutes(2));
            driver.escalations();
            driver.messages();

            // When
            driver.promised(promise("p").due(DUE).state(CommitmentState.FULFILLED).build());

            // Then
            assertThat(driver.escalations())
                    .extracting(AlertingTopologyTest::state)
                    .containsExactly("Resolved");
            Message message = driver.messages().get(0).value;
            assertThat(message.standing()).isFalse();
            assertThat(message.log()).hasSize(1);
            assertThat(driver.isSilent()).isTrue();
        }
    }

    @Test
    void nothingOpensWhileASubjectStillChanges() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plusSeconds(1))) {
            // Given
            driver.promised(promise("p").due(DUE).build());
            driver.pass(Duration.ofSeconds(50));

            // When
            driver.promised(promise("p").due(DUE.plus(Duration.ofDays(5))).build());
            driver.pass(Duration.ofMinutes(10));

            // Then
            assertThat(driver.isSilent()).isTrue();
        }
    }

    @Test
    void aWonDealOpensTheGapsOfItsCommitmentsAndALostOneClosesThem() {
        try (Driver driver = new Driver(folder, POLICY, MADE)) {
            // Given
            Commitment ownerless = promise("p").owner(null).build();
            driver.promised(ownerless);
            driver.delivered(deal(DealStage.OPEN, null, List.of(), ownerless));
            driver.pass(Duration.ofMinutes(2));
            assertThat(driver.isSilent()).isTrue();

            // When
            driver.delivered(deal(DealStage.WON, driver.now(), List.of(), ownerless));
            driver.pass(Duration.ofMinutes(2));
            driver.delivered(deal(DealStage.LOST, driver.now(), List.of(), ownerless));

            // Then
            assertThat(driver.escalations())
                    .extracting(e -> e.value.reason() + " " + state(e))
                    .containsExactly("HANDOFF_GAP Open", "HANDOFF_GAP Resolved");
        }
    }

    @Test
    void whatIsErasedLeavesTombstonesAndAMessageWithoutWords() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plusSeconds(1))) {
            // Given
            Commitment subject = promise("p").due(DUE).build();
            driver.promised(subject);
            driver.pass(Duration.ofMinutes(2));
            driver.escalations();
            driver.messages();

            // When
            driver.gone(subject);
            driver.pass(Duration.ofDays(3));

            // Then
            List<KeyValue<String, Escalation>> escalations = driver.escalations();
            assertThat(escalations).hasSize(1);
            assertThat(escalations.get(0).value).isNull();
            Message message = driver.messages().get(0).value;
            assertThat(message.title()).isEqualTo("Retracted");
            assertThat(message.toString()).doesNotContain("report");
            assertThat(driver.isSilent()).isTrue();
        }
    }

    @Test
    void anotherOwnerWithAnotherRouteMovesTheMessage() {
        EscalationPolicy routed =
                EscalationPolicy.parse(
                        "t",
                        "routing: { routes: [{ owner: ben@ours.example, to: \"slack:C0BEN\" }] }");
        try (Driver driver = new Driver(folder, routed, DUE.plusSeconds(1))) {
            // Given
            driver.promised(promise("p").due(DUE).build());
            driver.pass(Duration.ofMinutes(2));
            driver.messages();

            // When
            driver.promised(promise("p").due(DUE).owner(BEN).build());

            // Then
            assertThat(driver.messages())
                    .extracting(m -> m.value.destination() + " " + m.value.title())
                    .containsExactly("terminal: Retracted", "slack:C0BEN Overdue: send the report");
        }
    }

    @Test
    void aRecordThatCannotBeReadIsADeadLetterAndTheNextIsProcessed() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plusSeconds(1))) {
            // When
            driver.garbage();
            driver.promised(promise("p").due(DUE).build());
            driver.pass(Duration.ofMinutes(2));

            // Then
            assertThat(driver.deadLetters()).isEqualTo(1);
            assertThat(driver.escalations())
                    .extracting(e -> e.value.reason())
                    .containsExactly(EscalationReason.OVERDUE);
        }
    }

    @Test
    void aTickCostsWhatIsDueNotWhatIsOpen(@TempDir Path small, @TempDir Path large) {
        // When
        long few = timersOfADay(small, 100);
        long many = timersOfADay(large, 2_000);

        // Then
        assertThat(few).isEqualTo(10);
        assertThat(many).isEqualTo(few);
    }

    @Test
    void aTickHandlesABoundedChunkAndTheNextOneTheRest() {
        try (Driver driver = new Driver(folder, POLICY, DUE.plusSeconds(1), 10)) {
            // Given
            for (int i = 0; i < 25; i++) {
                driver.promised(promise("p" + i).due(DUE).build());
            }
            driver.pass(Duration.ofSeconds(59));
            assertThat(driver.isSilent()).isTrue();

            // When
            driver.pass(Duration.ofSeconds(1));
            int first = driver.escalations().size();
            driver.pass(Duration.ofSeconds(1));
            int second = driver.escalations().size();
            driver.pass(Duration.ofSeconds(1));
            int third = driver.escalations().size();

            // Then
            assertThat(List.of(first, second, third)).containsExactly(10, 10, 5);
        }
    }

    /** How many timers a day takes in which ten promises of so many open ones fall due. */
    private static long timersOfADay(Path folder, int open) {
        try (Driver driver = new Driver(folder, POLICY, MADE)) {
            for (int i = 0; i < open; i++) {
                Instant due =
                        i < 10
                                ? MADE.plus(Duration.ofDays(2)).plusSeconds(3600)
                                : MADE.plus(Duration.ofDays(90));
                driver.promised(Samples.promise("p" + i).due(due).build());
            }
            driver.pass(Duration.ofHours(23));
            assertThat(driver.escalations()).hasSize(10);
            return Math.round(driver.total("followthrough.alerting.timers.due"));
        }
    }

    private static String state(KeyValue<String, Escalation> escalation) {
        return escalation.value.state().getClass().getSimpleName();
    }
}
