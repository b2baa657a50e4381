package dev.followthrough.ingest.pull.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.Script.Asked;
import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.pull.TaskHarness;

import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class HubSpotPullTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    /** Behind the clock of whoever runs this: archived after the first walk. */
    private static final Instant LATER = Instant.parse("2099-01-05T09:00:00Z");

    private final Portal portal =
            new Portal()
                    .owner(
                            Portal.json(
                                    "{'id':'7','email':'ana@ours.example','firstName':'Ana','lastName':'Lima','updatedAt':'2026-01-01T00:00:00Z','archived':false}"));
    private final TaskHarness task = new TaskHarness();

    @AfterEach
    void close() {
        task.close();
        portal.close();
    }

    private TaskHarness start(String objects) {
        return task.with(HubSpotSourceConfig.TOKEN, Portal.TOKEN)
                .with(HubSpotSourceConfig.URL, portal.url())
                .with(HubSpotSourceConfig.OBJECTS, objects)
                .with(HubSpotSourceConfig.ARCHIVED_INTERVAL, "60000")
                .start(new HubSpotSource());
    }

    private void notes(int from, int to, Duration apart) {
        for (int i = from; i < to; i++) {
            portal.note(1000 + i, BEGIN.plus(apart.multipliedBy(i)), "Note " + i);
        }
    }

    @Test
    void manyMoreThanASearchShowsAreReadEachOnce() {
        // Given
        notes(0, 10_300, Duration.ofSeconds(40));

        // When
        Published published = new Published().until(start("notes"), 10_300).more(task);

        // Then
        assertThat(published.byKey()).hasSize(10_300);
    }

    @Test
    void anImportOfOneInstantIsReadById() {
        // Given
        notes(0, 150, Duration.ofMinutes(1));
        notes(150, 900, Duration.ZERO);
        portal.note(5000, BEGIN.plus(Duration.ofDays(1)), "Later");

        // When
        Published published = new Published().until(start("notes"), 901).more(task);

        // Then
        assertThat(published.byKey()).hasSize(901);
    }

    @Test
    void whatTheIndexShowsLateIsReadAndNothingTwice() {
        // Given
        notes(0, 300, Duration.ofSeconds(10));
        Published published = new Published().until(start("notes"), 300);

        // When
        portal.note(9001, BEGIN.plus(Duration.ofSeconds(2990 - 500)), "Indexed late");
        published.until(task, 301).more(task);

        // Then
        assertThat(published.byKey()).hasSize(301);
        assertThat(published.signals()).last().extracting(Signal::text).isEqualTo("Indexed late");
    }

    @Test
    void anEditIsANewRevisionOfTheSameSignal() {
        // Given
        notes(0, 3, Duration.ofSeconds(10));
        Published published = new Published().until(start("notes"), 3);

        // When
        portal.note(1001, BEGIN.plus(Duration.ofHours(1)), "Edited");
        published.until(task, 4).more(task);

        // Then
        Signal edited = published.signals().get(3);
        assertThat(published.size()).isEqualTo(4);
        assertThat(edited.id().value()).isEqualTo("hubspot:note/1001");
        assertThat(edited.text()).isEqualTo("Edited");
        assertThat(edited.revision()).isGreaterThan(published.signals().get(1).revision());
    }

    @Test
    void whatIsArchivedIsRetractedOnce() {
        // Given
        notes(0, 250, Duration.ofSeconds(10));
        Published published = new Published().until(start("notes"), 250);

        // When
        for (int i = 0; i < 220; i++) {
            portal.archive("notes", 1000 + i, LATER.plusSeconds(i));
        }
        published.until(task, 470).more(task);

        // Then
        assertThat(published.byKey()).hasSize(470);
        List<Signal> retracted = published.signals().subList(250, 470);
        assertThat(retracted).allMatch(Signal::deleted);
        assertThat(retracted)
                .allMatch(signal -> signal.conversation().value().equals(signal.id().value()));
    }

    @Test
    void whatWasArchivedBeforeIsRetractedToo() {
        // Given
        notes(0, 3, Duration.ofSeconds(10));
        portal.archive("notes", 1001, BEGIN.plusSeconds(60));

        // When
        Published published = new Published().until(start("notes"), 3).more(task);

        // Then
        assertThat(published.byKey()).hasSize(3);
        assertThat(published.signals()).filteredOn(Signal::deleted).hasSize(1);
    }

    @Test
    void anArchivedCompanyIsATombstone() {
        // Given
        portal.put(
                "companies",
                Portal.json(
                        "{'id':'3','properties':{'name':'Acme','domain':'acme.example','hs_lastmodifieddate':'2026-01-05T09:00:00Z'}}"));
        Published published = new Published().until(start("companies"), 1);

        // When
        portal.archive("companies", 3, LATER);
        published.until(task, 2).more(task);

        // Then
        assertThat(published.size()).isEqualTo(2);
        assertThat(published.records().get(1).value()).isNull();
        assertThat(Published.key(published.records().get(1)))
                .isEqualTo(Published.key(published.records().get(0)));
    }

    @ParameterizedTest
    @CsvSource({"true, 1.0, WON", "true, 0.0, LOST", "false, 0.6, OPEN"})
    void theMetadataOfAStageDecidesWhatADealIs(
            boolean closed, String probability, DealStage stage) {
        // Given
        portal.stage("137742", closed, probability)
                .put(
                        "deals",
                        Portal.json(
                                "{'id':'9','properties':{'dealname':'Acme','dealstage':'137742','hs_lastmodifieddate':'2026-01-05T09:00:00Z'},"
                                        + "'associations':{'companies':{'results':[{'id':'2'},{'id':'3','label':'Primary'}]}}}"));

        // When
        Published published = new Published().until(start("deals"), 1);

        // Then
        DirectoryEntry.Deal deal =
                (DirectoryEntry.Deal)
                        Json.read(
                                (byte[]) published.records().get(0).value(), DirectoryEntry.class);
        assertThat(deal.stage()).isEqualTo(stage);
        assertThat(String.valueOf(deal.account())).isEqualTo("hubspot:company/3");
    }

    @Test
    void namesOfAttachedFilesAreLookedUpWhereWanted() {
        // Given
        portal.note(1, BEGIN, "See attached");
        portal.put(
                "notes",
                Portal.json(
                        "{'id':'1','properties':{'hs_note_body':'See attached','hs_timestamp':'2026-01-05T09:00:00Z','hs_lastmodifieddate':'2026-01-05T09:00:00Z','hs_attachment_ids':'55;56'}}"));
        task.with(HubSpotSourceConfig.ATTACHMENTS, "true");

        // When
        Published published = new Published().until(start("notes"), 1);

        // Then
        assertThat(published.signals().get(0).facts().attachments())
                .containsExactly("quote.pdf", "quote.pdf");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("5xx", Told.status(503)),
                Arguments.of("429", new Told(429, Map.of("Retry-After", "3"), "", 0)),
                Arguments.of(
                        "html",
                        new Told(200, Map.of("Content-Type", "text/html"), "<html>Sign in", 0)),
                Arguments.of("cut", new Told(200, Map.of(), "{\"results\":[]}", 4)),
                Arguments.of("broken", Told.json("{\"results\":[{\"id\":\"10")),
                Arguments.of("empty", Told.json("{}")),
                Arguments.of("migrating", Told.status(477)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aStormOfFaultsCostsTimeAndNothingElse(String name, Told fault) {
        // Given
        notes(0, 1000, Duration.ofSeconds(30));
        AtomicInteger calls = new AtomicInteger();
        portal.failing(
                asked ->
                        asked.path().endsWith("/search") && calls.incrementAndGet() % 3 != 0
                                ? fault
                                : null);

        // When
        Published published = new Published().until(start("notes"), 1000).more(task);

        // Then
        assertThat(published.byKey()).hasSize(1000);
    }

    @Test
    void pagesThatNeverEndAreGivenUpAndNothingIsRepeated() {
        // Given
        notes(0, 200, Duration.ofSeconds(30));
        String page = first();
        portal.failing(asked -> asked.path().endsWith("/search") ? Told.json(page) : null);

        // When
        Published published = new Published().more(start("notes"));

        // Then
        assertThat(published.byKey()).hasSizeLessThanOrEqualTo(200);
    }

    /** The first page, with the word that more follows. */
    private static String first() {
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            Instant at = BEGIN.plusSeconds(30L * i);
            results.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(1000 + i)
                    .append("\",\"properties\":{\"hs_note_body\":\"x\",\"hs_timestamp\":\"")
                    .append(at)
                    .append("\",\"hs_lastmodifieddate\":\"")
                    .append(at)
                    .append("\"}}");
        }
        return "{\"results\":[" + results + "],\"paging\":{\"next\":{\"after\":\"200\"}}}";
    }

    @Test
    void aRevokedTokenFailsTheTaskInWordsThatDoNotShowIt() {
        // Given
        notes(0, 10, Duration.ofSeconds(30));
        Published published = new Published().until(start("notes"), 10);

        // When
        portal.revoke();

        // Then
        assertThatThrownBy(() -> published.more(task))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("refuses the token (401 invalid_authentication)")
                .hasMessageContaining(HubSpotSourceConfig.TOKEN)
                .hasMessageNotContaining(Portal.TOKEN);
    }

    @Test
    void aMissingScopeIsNamed() {
        // Given
        portal.failing(
                asked ->
                        asked.path().endsWith("emails/search")
                                ? new Told(
                                        403,
                                        Map.of(),
                                        "{\"category\":\"MISSING_SCOPES\",\"errors\":[{\"context\":{\"requiredGranularScopes\":[\"sales-email-read\"]}}]}",
                                        0)
                                : null);

        // When
        start("emails");

        // Then
        assertThatThrownBy(() -> new Published().more(task))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("add the scopes sales-email-read");
    }

    @Test
    void aBrokenObjectIsADeadLetterAndTheOthersAreRead() {
        // Given
        notes(0, 3, Duration.ofSeconds(30));
        portal.note(1001, BEGIN.plusSeconds(10), "x".repeat(Signal.MAX_TEXT + 1));

        // When
        Published published = new Published().until(start("notes"), 3).more(task);

        // Then
        assertThat(published.signals()).hasSize(2);
        assertThat(published.deadLetters())
                .singleElement()
                .asString()
                .contains("invalid-hubspot-object", "1001");
    }

    @Test
    void aTaskRestartedAtAnyPointLosesAndRepeatsNothing() {
        // Given
        notes(0, 3000, Duration.ofSeconds(20));
        notes(3000, 3500, Duration.ZERO);
        Random random = new Random(20260105);
        Published published = new Published();
        start("notes");

        // When
        while (published.size() < 3500) {
            published.until(task, Math.min(3500, published.size() + 1 + random.nextInt(700)));
            task.stop();
            task.start(new HubSpotSource());
        }
        published.more(task);

        // Then
        assertThat(published.byKey()).hasSize(3500);
    }

    @Test
    void tasksShareTheKindsOfObjects() {
        // Given
        notes(0, 5, Duration.ofSeconds(30));
        HubSpotSourceConnector connector = new HubSpotSourceConnector();
        connector.start(
                Map.of(
                        HubSpotSourceConfig.TOKEN,
                        Portal.TOKEN,
                        HubSpotSourceConfig.OBJECTS,
                        "notes,calls,tasks,deals",
                        "topic.partitions",
                        "4"));

        // When
        List<Map<String, String>> configs = connector.taskConfigs(10);

        // Then
        assertThat(configs).hasSize(4);
        Set<String> numbers = new HashSet<>();
        configs.forEach(config -> numbers.add(config.get("task.number")));
        assertThat(numbers).containsExactlyInAnyOrder("0", "1", "2", "3");
    }

    @Test
    void everyCallCarriesTheTokenInItsHeaderOnly() {
        // Given
        notes(0, 3, Duration.ofSeconds(30));

        // When
        new Published().until(start("notes"), 3);

        // Then
        assertThat(portal.asked())
                .extracting(Asked::query)
                .noneMatch(query -> query.contains(Portal.TOKEN));
    }
}
