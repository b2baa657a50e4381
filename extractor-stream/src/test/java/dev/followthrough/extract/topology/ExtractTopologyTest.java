package dev.followthrough.extract.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Attribution;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContextCategory;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.extract.Context;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsSettings;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;

class ExtractTopologyTest {
    private static final Instant SAID = Instant.parse("2026-03-02T15:00:00Z");
    private static final ConversationId THREAD = new ConversationId("mail:t1");
    private static final AccountId BUYER = new AccountId("hubspot:company/1");
    private static final Party BOB =
            new Party("mail:bob@buyer.example", "Bob Lee", "bob@buyer.example", Side.UNKNOWN);

    @TempDir Path folder;

    private TopologyTestDriver driver;
    private Topology topology;
    private TestInputTopic<String, byte[]> signals;
    private TestInputTopic<String, byte[]> directory;
    private TestInputTopic<String, byte[]> actions;
    private TestOutputTopic<String, byte[]> readings;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        start("r1");
    }

    private void start(String rules) {
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of("bootstrap.servers", "unused:1", "state.dir", folder.toString()));
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        ReadingTools tools =
                new ReadingTools(
                        () -> (signal, context) -> noteOf(rules, signal, context),
                        rules,
                        1,
                        metrics);
        StreamsApplication application =
                new StreamsApplication(
                        "extractor-stream",
                        "extract",
                        builder ->
                                new ExtractTopology(new Deployment("", 1), tools).addTo(builder));
        Properties properties = StreamsSettings.properties(config, application, metrics);
        topology = StreamsSettings.topology(properties, application);
        driver = new TopologyTestDriver(topology, properties, SAID);
        signals =
                driver.createInputTopic(
                        "ingest.signal.email.v1",
                        new StringSerializer(),
                        new ByteArraySerializer());
        directory =
                driver.createInputTopic(
                        "ingest.directory.v1", new StringSerializer(), new ByteArraySerializer());
        actions =
                driver.createInputTopic(
                        "ingest.action.v1", new StringSerializer(), new ByteArraySerializer());
        readings =
                driver.createOutputTopic(
                        "extract.reading.v1",
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        deadLetters =
                driver.createOutputTopic(
                        "extract.dead-letter.v1",
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    /** One note a signal that names what came before it. */
    private static List<Candidate> noteOf(String rules, Signal signal, Context context) {
        String rule =
                rules
                        + "."
                        + (context.previous().isEmpty()
                                ? "first"
                                : "after-" + context.previous().size());
        Evidence evidence =
                new Evidence(
                        signal.text(),
                        0,
                        signal.text().length(),
                        signal.id(),
                        signal.revision(),
                        0,
                        signal.refAt(0),
                        signal.author(),
                        signal.saidAt(),
                        rule);
        return List.of(new Candidate.ContextNote(evidence, 0.5, ContextCategory.POLITICS));
    }

    private static Signal mail(String id, long revision, int minute, String text) {
        return new Signal(
                new SignalId("mail:" + id),
                revision,
                text.isEmpty(),
                SignalKind.MAIL,
                Source.EMAIL,
                THREAD,
                null,
                SAID.plus(Duration.ofMinutes(minute)),
                ZoneOffset.UTC,
                BOB,
                List.of(),
                null,
                null,
                text,
                null,
                List.of(),
                List.of(new Place(0, "mail:" + id)),
                Facts.NONE);
    }

    private static Signal tick(long revision, boolean takenBack) {
        return new Signal(
                new SignalId("slack:T1/C1/1.0/reaction/white_check_mark/U1"),
                revision,
                takenBack,
                SignalKind.REACTION,
                Source.SLACK,
                THREAD,
                null,
                SAID,
                ZoneOffset.UTC,
                BOB,
                List.of(),
                null,
                null,
                "",
                null,
                List.of(),
                List.of(new Place(0, "slack:C1/1.0")),
                Facts.reaction("white_check_mark", new SignalId("slack:T1/C1/1.0")));
    }

    private void send(Signal signal) {
        signals.pipeInput(Keys.signal(signal).toString(), Json.bytes(signal));
    }

    private void learn(DirectoryEntry entry) {
        directory.pipeInput(Keys.directory(entry).toString(), Json.bytes(entry));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    private static Reading read(KeyValue<String, byte[]> record) {
        return Json.read(record.value, Reading.class);
    }

    @Test
    void aTickThatWasTakenBackStatesNothing() {
        // When
        send(tick(0, false));
        send(tick(1, true));

        // Then
        assertThat(readings.readKeyValuesToList())
                .extracting(record -> read(record).facts())
                .containsExactly(tick(0, false).facts(), Facts.NONE);
    }

    @Test
    void theTopologyIsTheCheckedInOne() throws IOException {
        // Given
        Path golden = Path.of("src/test/resources/topology.txt");

        // When
        String described = topology.describe().toString();

        // Then
        if (!Files.exists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, described);
        }
        assertThat(described).isEqualTo(Files.readString(golden));
        assertThat(readings.isEmpty()).isTrue();
    }

    @Test
    void anEntryThatComesAfterTheSignalsMovesWhatItExplains() {
        // Given
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        send(mail("a", 0, 0, "Hello there"));
        KeyValue<String, byte[]> before = readings.readKeyValue();
        assertThat(read(before).account().isUnknown()).isTrue();

        // When
        learn(new DirectoryEntry.Account(BUYER, "Buyer", List.of("buyer.example"), null, null));

        // Then
        KeyValue<String, byte[]> tombstone = readings.readKeyValue();
        assertThat(tombstone.key).isEqualTo(before.key);
        assertThat(tombstone.value).isNull();
        Reading moved = read(readings.readKeyValue());
        assertThat(moved.account()).isEqualTo(BUYER);
        assertThat(moved.attribution().how()).isEqualTo(Attribution.How.PARTICIPANTS);
        assertThat(moved.author().side()).isEqualTo(Side.CUSTOMER);
        assertThat(readings.isEmpty()).isTrue();
    }

    @Test
    void aRedeliveredSignalChangesNothingAndALateOneReadsAgainOnlyWhatItExplains() {
        // Given
        send(mail("a", 0, 0, "first"));
        send(mail("c", 0, 20, "third"));
        readings.readKeyValuesToList();

        // When
        send(mail("a", 0, 0, "first"));
        send(mail("b", 0, 10, "second"));

        // Then
        List<Reading> changed =
                readings.readKeyValuesToList().stream().map(ExtractTopologyTest::read).toList();
        assertThat(changed).extracting(r -> r.signal().value()).containsExactly("mail:b", "mail:c");
        assertThat(changed.get(1).candidates().get(0).evidence().rule()).isEqualTo("r1.after-2");
        assertThat(readings.isEmpty()).isTrue();
    }

    @Test
    void aDeletionRetractsAndAnOlderRevisionChangesNothing() {
        // Given
        send(mail("a", 1, 0, "first"));
        readings.readKeyValuesToList();

        // When
        send(mail("a", 2, 0, ""));
        send(mail("a", 1, 0, "first"));

        // Then
        assertThat(read(readings.readKeyValue()).candidates()).isEmpty();
        assertThat(readings.isEmpty()).isTrue();
    }

    @Test
    void aDecisionWaitsForItsSignal() {
        // Given
        Action done =
                new Action(
                        new ActionId("a1"),
                        ActionKind.DONE,
                        THREAD,
                        new SignalId("mail:a"),
                        0,
                        "first",
                        BOB,
                        SAID,
                        List.of(),
                        null,
                        null,
                        "api");
        actions.pipeInput(Keys.action(done).toString(), Json.bytes(done));
        assertThat(readings.isEmpty()).isTrue();

        // When
        send(mail("a", 0, 0, "first"));

        // Then
        assertThat(read(readings.readKeyValue()).decisions()).containsExactly(done);
        assertThat(readings.isEmpty()).isTrue();
    }

    @Test
    void aRevisionThatCannotBeReadGivesAnEmptyReadingAndADeadLetter() {
        // Given
        send(mail("a", 0, 0, "first"));
        readings.readKeyValuesToList();

        // When
        signals.pipeInput("mail:t1~mail:a~1~ffff", "{\"id\":7".getBytes(StandardCharsets.UTF_8));
        send(mail("b", 0, 5, "next"));

        // Then
        Reading empty = read(readings.readKeyValue());
        assertThat(empty.candidates()).isEmpty();
        assertThat(empty.error()).isEqualTo("invalid-json");
        assertThat(read(readings.readKeyValue()).signal().value()).isEqualTo("mail:b");
        assertThat(deadLetters.readValuesToList()).hasSize(1);
        assertThat(readings.isEmpty()).isTrue();
    }

    @Test
    void newRulesReadEverySignalAgain() {
        // Given
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        send(mail("a", 0, 0, "first"));
        readings.readKeyValuesToList();
        var rules = driver.<String, String>getKeyValueStore(ExtractStores.RULES);
        assertThat(rules.get("version")).isEqualTo("r1");

        // When
        rules.put("version", "r0");
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        // Then
        assertThat(rules.get("version")).isEqualTo("r1");
        assertThat(
                        driver.<String, String>getKeyValueStore(ExtractStores.DIRTY)
                                .approximateNumEntries())
                .isZero();
        assertThat(readings.isEmpty()).isTrue(); // read again, and nothing differs
    }

    @Test
    void anErasedRevisionLeavesNoReading() {
        // Given
        Signal signal = mail("a", 0, 0, "first");
        send(signal);
        KeyValue<String, byte[]> published = readings.readKeyValue();

        // When
        signals.pipeInput(Keys.signal(signal).toString(), (byte[]) null);

        // Then
        KeyValue<String, byte[]> tombstone = readings.readKeyValue();
        assertThat(tombstone.key).isEqualTo(published.key);
        assertThat(tombstone.value).isNull();
        assertThat(readings.isEmpty()).isTrue();
        assertThat(
                        driver.<String, String>getKeyValueStore(ExtractStores.POSITIONS)
                                .approximateNumEntries())
                .isZero();
    }
}
