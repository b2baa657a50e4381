package dev.followthrough.commitments.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.domain.Histories;
import dev.followthrough.commitments.domain.Histories.Step;
import dev.followthrough.commitments.domain.Ledger;
import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.commitments.domain.LedgerView;
import dev.followthrough.commitments.domain.Say;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsSettings;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

class CommitmentTopologyTest {
    private static final Deployment DEPLOYMENT = new Deployment("", 1);

    @TempDir private Path folder;
    private TopologyTestDriver driver;
    private Topology topology;

    @BeforeEach
    void start() {
        start(StreamsConfig.EXACTLY_ONCE_V2, LedgerPolicy.STANDARD);
    }

    private void start(String guarantee, LedgerPolicy policy) {
        StreamsApplication application =
                new StreamsApplication(
                        "commitment-store",
                        "commitments",
                        builder ->
                                CommitmentTopology.addTo(
                                        builder, DEPLOYMENT, policy, (cause, changes) -> {}));
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of(
                                "bootstrap.servers", "localhost:1",
                                "topics.partitions", "1",
                                "state.dir", folder.toString()));
        Properties properties =
                StreamsSettings.properties(config, application, new SimpleMeterRegistry());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        topology = StreamsSettings.topology(properties, application);
        driver = new TopologyTestDriver(topology, properties);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void topologyIsTheCheckedInOne() throws IOException {
        // Given
        try (var golden = getClass().getResourceAsStream("/topology.txt")) {
            String expected =
                    new String(
                            Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);

            // When
            String described = topology.describe().toString();

            // Then
            assertThat(described.strip()).isEqualTo(expected.strip());
        }
    }

    @Test
    void topicsHoldTheLedgerThatScanComputesAtOnce() {
        // Given
        Histories histories = new Histories(42);
        List<List<Step>> stories = histories.stories(60);
        List<Step> steps = histories.interleaved(stories);

        // When
        send(steps.subList(0, 50));
        Histories.DIRECTORY.forEach(this::send);
        send(steps.subList(50, steps.size()));

        // Then
        LedgerView view = Ledger.of(Histories.last(stories), Histories.DIRECTORY);
        assertThat(rows(Topics.COMMITMENT))
                .containsExactlyInAnyOrderElementsOf(texts(view.commitments()));
        assertThat(rows(Topics.HANDOFF))
                .containsExactlyInAnyOrderElementsOf(texts(view.handoffs()));
        assertThat(rows(Topics.ACCOUNT))
                .containsExactlyInAnyOrderElementsOf(texts(view.accounts()));
        assertThat(output(Topics.EVENT)).isNotEmpty();
        assertThat(output(Topics.deadLetter("commitments"))).isEmpty();
    }

    @Test
    void signalThatMovesLeavesATombstoneAtTheOldAccountAndAValueAtTheNew() {
        // Given
        AccountId unknown = new AccountId("unknown:slack:C1");
        Reading before = promise(unknown);
        Reading after = promise(Say.BUYER);
        send(List.of(new Step(unknown, before.signal(), before)));
        List<String> old = List.copyOf(output(Topics.COMMITMENT).keySet());

        // When
        send(
                List.of(
                        new Step(unknown, before.signal(), null),
                        new Step(Say.BUYER, after.signal(), after)));

        // Then
        List<TestRecord<String, Commitment>> moved = records(Topics.COMMITMENT);
        assertThat(old).hasSize(1);
        assertThat(moved).hasSize(2);
        assertThat(moved.get(0).key()).isEqualTo(old.get(0));
        assertThat(moved.get(0).value()).isNull();
        assertThat(moved.get(1).value().account()).isEqualTo(Say.BUYER);
        assertThat(moved.get(1).headers().lastHeader("ce_type").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("dev.followthrough.commitments.commitment.v1");
    }

    private static Reading promise(AccountId account) {
        return Say.in("slack:C1")
                .at("2026-03-02T09:00:00Z")
                .of(account)
                .promise("I'll send the report", Say.day("2026-03-06"), "report")
                .reading();
    }

    @Test
    void dealThatChangesItsAccountLeavesATombstoneBehind() {
        // Given
        DirectoryEntry.Deal deal = (DirectoryEntry.Deal) Histories.DIRECTORY.get(1);
        send(deal);

        // When
        send(
                new DirectoryEntry.Deal(
                        deal.id(),
                        deal.name(),
                        Histories.ACCOUNTS.get(2),
                        deal.stage(),
                        null,
                        null));

        // Then
        Map<String, Object> handoffs = output(Topics.HANDOFF);
        assertThat(handoffs).hasSize(1);
        assertThat(handoffs.keySet())
                .allMatch(key -> Key.parse(key).place().equals(Histories.ACCOUNTS.get(2).value()));
    }

    @Test
    void storeFilledByAnotherPolicyIsEnteredByTheNewOneInTheBackground() {
        // Given
        Histories histories = new Histories(42);
        List<List<Step>> stories = histories.stories(90);
        send(histories.interleaved(stories));
        Map<String, Object> before = new TreeMap<>(output(Topics.COMMITMENT));
        Map<String, byte[]> filled = new TreeMap<>();
        try (var rows = driver.<String, byte[]>getKeyValueStore(CommitmentTopology.STORE).all()) {
            rows.forEachRemaining(row -> filled.put(row.key, row.value));
        }
        LedgerPolicy strict = new LedgerPolicy(0.95);
        driver.close();
        start(StreamsConfig.AT_LEAST_ONCE, strict);
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(CommitmentTopology.STORE);
        filled.forEach(store::put);

        // When
        for (int i = 0; i < 10; i++) {
            driver.advanceWallClockTime(Duration.ofMillis(50));
        }
        records(Topics.COMMITMENT)
                .forEach(
                        record -> {
                            if (record.value() == null) {
                                before.remove(record.key());
                            } else {
                                before.put(record.key(), record.value());
                            }
                        });

        // Then
        assertThat(texts(before.values()))
                .containsExactlyInAnyOrderElementsOf(
                        texts(Ledger.of(Histories.last(stories), List.of(), strict).commitments()));
        assertThat(new String(store.get("policy/enters-from"), StandardCharsets.UTF_8))
                .isEqualTo("0.95");
        driver.advanceWallClockTime(Duration.ofMillis(50));
        assertThat(records(Topics.COMMITMENT)).isEmpty();
    }

    @Test
    void readingThatCannotBeReadIsADeadLetterAndTheNextIsProcessed() {
        // Given
        // The driver drops what is sent before the first record of a transaction; a broker does
        // not.
        driver.close();
        start(StreamsConfig.AT_LEAST_ONCE, LedgerPolicy.STANDARD);
        Histories histories = new Histories(7);
        List<Step> steps = histories.interleaved(histories.stories(9));
        raw().pipeInput("a~b", "{\"signal\":".getBytes(StandardCharsets.UTF_8));

        // When
        send(steps);

        // Then
        assertThat(output(Topics.deadLetter("commitments")).values())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(((DeadLetter) letter).reason())
                                        .isEqualTo("invalid-json"));
        assertThat(output(Topics.ACCOUNT)).isNotEmpty();
    }

    @Test
    void readingAtAnotherKeyIsRefused() {
        // Given
        Reading reading = Objects.requireNonNull(new Histories(7).stories(3).get(0).get(0).after());

        // When
        raw().pipeInput("elsewhere~s1", Json.bytes(reading));

        // Then
        assertThat(output(Topics.deadLetter("commitments")).values())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(((DeadLetter) letter).reason()).isEqualTo("misplaced"));
        assertThat(output(Topics.ACCOUNT)).isEmpty();
    }

    private TestInputTopic<String, byte[]> raw() {
        return driver.createInputTopic(
                Topics.READING.name(), new StringSerializer(), new ByteArraySerializer());
    }

    private void send(List<Step> steps) {
        TestInputTopic<String, byte[]> topic = raw();
        for (Step step : steps) {
            String key = Key.of(step.account().value(), step.signal().value()).toString();
            Reading after = step.after();
            topic.pipeInput(key, after == null ? null : Json.bytes(after));
        }
    }

    private void send(DirectoryEntry entry) {
        driver.createInputTopic(
                        Topics.DIRECTORY.name(),
                        new StringSerializer(),
                        Topics.DIRECTORY.values().serializer())
                .pipeInput(Key.of(entry.entity()).toString(), entry);
    }

    /** The newest value of each key; tombstones taken out. */
    private <V> Map<String, Object> output(Topic<V> topic) {
        Map<String, Object> newest = new TreeMap<>();
        records(topic)
                .forEach(
                        record -> {
                            if (record.value() == null) {
                                newest.remove(record.key());
                            } else {
                                newest.put(record.key(), record.value());
                            }
                        });
        return newest;
    }

    private <V> List<TestRecord<String, V>> records(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(), new StringDeserializer(), topic.values().deserializer())
                .readRecordsToList();
    }

    private List<String> rows(Topic<?> topic) {
        return texts(output(topic).values());
    }

    private static List<String> texts(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(Json.text(value)));
        return texts;
    }
}
