package dev.followthrough.alerting.topology;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsSettings;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The whole topology on a clock that a test moves. */
final class Driver implements AutoCloseable {
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final Topology topology;
    private Instant now;

    Driver(Path folder, EscalationPolicy policy, Instant start) {
        this(folder, policy, start, 1_000);
    }

    Driver(Path folder, EscalationPolicy policy, Instant start, int chunk) {
        now = start;
        Map<String, String> values =
                Map.of("bootstrap.servers", "none:1", "state.dir", folder.toString());
        ServiceConfig config = ServiceConfig.of(new ConfigDef(), values);
        Ticking ticking = new Ticking(() -> now, Duration.ofSeconds(1), chunk);
        StreamsApplication application =
                new StreamsApplication(
                        "alerting",
                        "alerting",
                        new AlertingTopology(policy, config.deployment(), ticking, metrics)::addTo);
        Properties properties = StreamsSettings.properties(config, application, metrics);
        topology = StreamsSettings.topology(properties, application);
        driver = new TopologyTestDriver(topology, properties, start);
    }

    String describe() {
        return topology.describe().toString();
    }

    void promised(Commitment commitment) {
        in(Topics.COMMITMENT).pipeInput(commitment.id().value(), commitment, now);
    }

    void gone(Commitment commitment) {
        in(Topics.COMMITMENT).pipeInput(commitment.id().value(), null, now);
    }

    void delivered(Handoff handoff) {
        in(Topics.HANDOFF)
                .pipeInput(
                        Keys.handoff(handoff.account(), handoff.deal()).toString(), handoff, now);
    }

    void known(AccountSummary account) {
        in(Topics.ACCOUNT).pipeInput(Keys.account(account.account()).toString(), account, now);
    }

    /** Lets time pass, tick by tick. */
    void pass(Duration span) {
        Instant end = now.plus(span);
        long ticks = Math.min(span.toSeconds(), 100);
        for (long i = 1; i <= ticks; i++) {
            Instant next = i == ticks ? end : now.plus(span.dividedBy(ticks));
            Duration step = Duration.between(now, next);
            now = next;
            driver.advanceWallClockTime(step);
        }
    }

    Instant now() {
        return now;
    }

    List<KeyValue<String, @Nullable Escalation>> escalations() {
        return out(Topics.ESCALATION).readKeyValuesToList();
    }

    List<KeyValue<String, @Nullable Message>> messages() {
        return out(Topics.MESSAGE).readKeyValuesToList();
    }

    Map<String, String> headers() {
        var record = out(Topics.ESCALATION).readRecord();
        Map<String, String> headers = new java.util.TreeMap<>();
        record.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        new String(
                                                header.value(),
                                                java.nio.charset.StandardCharsets.UTF_8)));
        return headers;
    }

    double count(String counter) {
        return metrics.find(counter).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    /** The sum of what was recorded. */
    double total(String summary) {
        return metrics.find(summary).summaries().stream()
                .mapToDouble(io.micrometer.core.instrument.DistributionSummary::totalAmount)
                .sum();
    }

    /** Everything there is to read has been read. */
    boolean isSilent() {
        return out(Topics.ESCALATION).isEmpty()
                && out(Topics.MESSAGE).isEmpty()
                && deadLetters() == 0;
    }

    /** As counted: the test driver does not show what the handlers send. */
    long deadLetters() {
        return Math.round(count("followthrough.dead.letters"));
    }

    void garbage() {
        TestInputTopic<String, String> raw =
                driver.createInputTopic(
                        Topics.COMMITMENT.name(), new StringSerializer(), new StringSerializer());
        raw.pipeInput("a~b", "{not json", now);
    }

    private <V> TestInputTopic<String, V> in(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.values().serializer());
    }

    private <V> TestOutputTopic<String, V> out(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.values().deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
