package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.connect.DeploymentConfig;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The settings that all pull connectors have. A source's own configuration extends this and adds
 * its keys to {@link #define}.
 */
public class PullConfig extends AbstractConfig {
    public static final String POLL_INTERVAL = "poll.interval.ms";
    public static final String START_FROM = "start.from";
    public static final String TIMEOUT = "request.timeout.ms";
    public static final String CHECK = "check.on.validate";

    /** Written by the connector for its tasks, never by a person. */
    public static final String TASK_NUMBER = "task.number";

    static final String TASK_COUNT = "task.count";

    private static final String ALL = "all";
    private static final String NOW = "now";

    protected PullConfig(ConfigDef def, Map<String, String> settings) {
        super(def, settings, false); // values hold secrets: they are not logged
    }

    /** The shared keys; a source chains its own behind them. */
    public static ConfigDef define(long pollIntervalMs) {
        ConfigDef def =
                new ConfigDef()
                        .define(
                                POLL_INTERVAL,
                                Type.LONG,
                                pollIntervalMs,
                                ConfigDef.Range.between(10L, 86_400_000L),
                                Importance.MEDIUM,
                                "Milliseconds between two looks for what is new. Larger where the source's rate limit is shared with others.")
                        .define(
                                START_FROM,
                                Type.STRING,
                                ALL,
                                ConfigDef.LambdaValidator.with(
                                        PullConfig::checkStart,
                                        () -> "all, now, a date or an instant"),
                                Importance.HIGH,
                                "How far back the first read goes: all for everything, now for nothing that was said before, or a date such as "
                                        + "2026-01-31 or an instant such as 2026-01-31T09:00:00Z. Looked at only where nothing was read yet.")
                        .define(
                                TIMEOUT,
                                Type.INT,
                                30_000,
                                ConfigDef.Range.between(1000, 600_000),
                                Importance.LOW,
                                "Milliseconds to wait for the answer to one request before it is tried again.")
                        .define(
                                CHECK,
                                Type.BOOLEAN,
                                true,
                                Importance.LOW,
                                "Whether credentials and permissions are tried by a call when the connector is created or changed. "
                                        + "Set false where the worker that validates cannot reach the source.");
        return DeploymentConfig.define(def)
                .defineInternal(TASK_NUMBER, Type.INT, 0, Importance.LOW)
                .defineInternal(TASK_COUNT, Type.INT, 1, Importance.LOW);
    }

    public Duration pollInterval() {
        return Duration.ofMillis(getLong(POLL_INTERVAL));
    }

    /** How many tasks share the source's rate limits. */
    public int tasks() {
        return Math.max(1, getInt(TASK_COUNT));
    }

    public Duration requestTimeout() {
        return Duration.ofMillis(getInt(TIMEOUT));
    }

    /**
     * How far back the first read goes: {@link Instant#EPOCH} for everything.
     *
     * @param now of the source's own clock where it tells, else of this machine
     */
    public Instant startFrom(Instant now) {
        String start = getString(START_FROM);
        return switch (start) {
            case ALL -> Instant.EPOCH;
            case NOW -> now;
            default -> instant(start);
        };
    }

    private static Instant instant(String text) {
        return text.length() > 10
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static void checkStart(String key, Object value) {
        String text = String.valueOf(value);
        try {
            if (!text.equals(ALL) && !text.equals(NOW)) {
                instant(text);
            }
        } catch (DateTimeException e) {
            throw new ConfigException(
                    key, text, "must be all, now, a date (2026-01-31) or an instant (…T09:00:00Z)");
        }
    }
}
