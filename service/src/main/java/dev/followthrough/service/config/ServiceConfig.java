package dev.followthrough.service.config;

import dev.followthrough.contracts.topic.Deployment;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a service: the common ones and its own, validated whole. Immutable.
 *
 * <p>Sources and their precedence are {@link ConfigSources}'. A value may refer to a secret kept
 * elsewhere: {@code ${env:NAME}}, {@code ${file:PATH:key}} or {@code ${dir:PATH:file}}. Keys that
 * start with {@code kafka.} go to every Kafka client without that prefix ({@code
 * kafka.security.protocol}).
 */
public final class ServiceConfig {
    static final String CLIENT_PREFIX = "kafka.";

    private final Map<String, Object> values;
    private final Map<String, String> clients;

    ServiceConfig(Map<String, Object> values, Map<String, String> clients) {
        this.values = values;
        this.clients = Map.copyOf(clients);
    }

    /** The settings that every service has. */
    public static ConfigDef common() {
        return CommonSettings.define();
    }

    /**
     * Reads and validates.
     *
     * @param own the service's own settings, in addition to the common ones
     * @throws ConfigException with every fault at once
     */
    public static ServiceConfig load(ConfigDef own, ConfigSources sources) {
        return new ConfigReader(own, sources).read();
    }

    /** Only these values, for tests and for a service started by another program. */
    public static ServiceConfig of(ConfigDef own, Map<String, String> values) {
        return load(own, ConfigSources.of(values));
    }

    public String text(String key) {
        Object value = value(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "setting must have a value to be read as text, was null: " + key);
        }
        return value.toString();
    }

    /** The text, or null where it is unset or empty. */
    public @Nullable String textOrNull(String key) {
        Object value = value(key);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    public int number(String key) {
        return ((Number) present(key)).intValue();
    }

    public long longNumber(String key) {
        return ((Number) present(key)).longValue();
    }

    public double decimal(String key) {
        return ((Number) present(key)).doubleValue();
    }

    public boolean flag(String key) {
        return (Boolean) present(key);
    }

    /** A number of milliseconds as what it is. */
    public Duration millis(String key) {
        return Duration.ofMillis(longNumber(key));
    }

    @SuppressWarnings("unchecked") // A LIST is parsed into a list of strings by ConfigDef.
    public List<String> list(String key) {
        return (List<String>) present(key);
    }

    /** A secret in clear, or null where it is unset; never log it. */
    public @Nullable String secret(String key) {
        Object value = value(key);
        return value instanceof Password password && !password.value().isEmpty()
                ? password.value()
                : null;
    }

    /**
     * The names that the operator chose for a setting such as {@code
     * receiver.events.<source>.secret}, sorted.
     */
    public Set<String> names(String template) {
        return Templates.names(template, values.keySet());
    }

    /** The key of such a setting for one name. */
    public static String key(String template, String name) {
        return Templates.key(template, name);
    }

    /**
     * What tells this deployment's topics, application ids, groups and transactional ids from those
     * of another.
     */
    public Deployment deployment() {
        return new Deployment(
                text(CommonSettings.DEPLOYMENT_PREFIX), number(CommonSettings.TOPICS_PARTITIONS));
    }

    /**
     * The properties that every Kafka client needs: brokers, security, whatever else came as {@code
     * kafka.*}.
     */
    public Map<String, Object> clientProperties(String clientId) {
        Map<String, Object> properties = new HashMap<>(clients);
        properties.put(
                "bootstrap.servers", String.join(",", list(CommonSettings.BOOTSTRAP_SERVERS)));
        properties.put("client.id", deployment().name(clientId));
        return properties;
    }

    private Object present(String key) {
        Object value = value(key);
        if (value == null) {
            throw new IllegalArgumentException("setting must have a value, was null: " + key);
        }
        return value;
    }

    private @Nullable Object value(String key) {
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException(
                    "setting must be declared before it is read, was '" + key + "'");
        }
        return values.get(key);
    }
}
