package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.management.MBeanServer;
import javax.management.ObjectName;

class JmxBoardTest {
    private static final String TASK = "kafka.connect:type=plugins,connector=jmx-board,task=1";
    private static final Map<String, String> BOT = Map.of("reason", "a bot: not read");

    private final MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
    private final TaskHarness harness =
            new TaskHarness()
                    .onAnOldWorker()
                    .with("name", "jmx-board")
                    .with(PullConfig.TASK_NUMBER, "1")
                    .with(PullConfig.TASK_COUNT, "2");

    @AfterEach
    void stop() {
        harness.close();
    }

    private Set<ObjectName> names() throws Exception {
        return jmx.queryNames(
                new ObjectName("kafka.connect:type=plugins,connector=jmx-board,*"), null);
    }

    private Object number(String name) throws Exception {
        return jmx.getAttribute(new ObjectName(TASK), name);
    }

    /** One that falls to the second of two tasks. */
    private static Feed twoMessages() {
        return FakeSource.feed(
                "C2",
                from ->
                        Page.last(
                                List.of(FakeSource.message("C2", 1), FakeSource.message("C2", 2)),
                                from.with("at", 2),
                                Duration.ofHours(1)));
    }

    @Test
    void aTaskOfAnOldWorkerShowsItsNumbersUntilItStops() throws Exception {
        // When
        harness.start(twoMessages()).take(2);

        // Then
        assertThat(number("read")).isEqualTo(2L);
        assertThat(number("published")).isEqualTo(2L);
        assertThat((long) number("lag-ms")).isNotNegative();
        harness.stop();
        assertThat(names()).isEmpty();
    }

    @Test
    void aTaskThatStartsAgainCountsAnew() throws Exception {
        // Given
        harness.start(twoMessages()).take(2);
        harness.stop();

        // When
        harness.start(twoMessages()).take(2);

        // Then
        assertThat(number("read")).isEqualTo(2L);
    }

    @Test
    void theNamesAreThoseOfANewerWorker() throws Exception {
        // Given
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("connector", "jmx-board");
        tags.put("task", "1");
        Set<ObjectName> newer;
        try (Metrics metrics =
                        new Metrics(
                                new MetricConfig(),
                                List.of(new JmxReporter()),
                                Time.SYSTEM,
                                new KafkaMetricsContext("kafka.connect"));
                PluginMetricsImpl board = new PluginMetricsImpl(metrics, tags)) {
            Gauge<Long> one = (config, now) -> 1L;
            board.addMetric(board.metricName("read", "Read.", new LinkedHashMap<>()), one);
            board.addMetric(
                    board.metricName("skipped", "Left out.", new LinkedHashMap<>(BOT)), one);
            newer = names();
        }

        // When
        JmxBoard board = JmxBoard.of("jmx-board", "1");
        board.show("read", "Read.", Map.of(), () -> 1);
        board.show("skipped", "Left out.", BOT, () -> 1);

        // Then
        assertThat(names()).hasSize(2).isEqualTo(newer);
        board.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void aTaskThatHangsTakesNothingFromItsSuccessor() throws Exception {
        // Given
        JmxBoard hangs = JmxBoard.of("jmx-board", "1");
        hangs.show("read", "Read.", Map.of(), () -> 7);
        JmxBoard successor = JmxBoard.of("jmx-board", "1");
        successor.show("read", "Read.", Map.of(), () -> 1);

        // When
        hangs.show("read", "Read.", Map.of(), () -> 8);
        hangs.show("skipped", "Left out.", BOT, () -> 8);
        hangs.close();

        // Then
        assertThat(names()).containsExactly(new ObjectName(TASK));
        assertThat(number("read")).isEqualTo(1L);
        successor.close();
        successor.show("read", "Read.", Map.of(), () -> 2);
        assertThat(names()).isEmpty();
    }

    @Test
    void theWorkersOwnMetricsStayAsTheyAre() throws Exception {
        // Given
        ObjectName count = new ObjectName("kafka.connect:type=kafka-metrics-count");
        try (Metrics worker =
                new Metrics(
                        new MetricConfig(),
                        List.of(new JmxReporter()),
                        Time.SYSTEM,
                        new KafkaMetricsContext("kafka.connect"))) {
            Object before = jmx.getAttribute(count, "count");

            // When
            JmxBoard board = JmxBoard.of("jmx-board", "1");
            board.show("read", "Read.", Map.of(), () -> 1);
            board.close();

            // Then
            assertThat(jmx.getAttribute(count, "count")).isEqualTo(before);
            assertThat(worker.metrics()).hasSize(1);
        }
    }
}
