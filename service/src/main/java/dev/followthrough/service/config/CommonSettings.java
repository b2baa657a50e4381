package dev.followthrough.service.config;

import static org.apache.kafka.common.config.ConfigDef.Range.between;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Type;

import java.util.regex.Pattern;

/** The settings that every service has. */
public final class CommonSettings {
    public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    public static final String DEPLOYMENT_PREFIX = "deployment.prefix";
    public static final String TOPICS_CREATE = "topics.create";
    public static final String TOPICS_PARTITIONS = "topics.partitions";
    public static final String TOPICS_REPLICATION = "topics.replication.factor";
    public static final String STATE_DIR = "state.dir";
    public static final String HTTP_HOST = "http.host";
    public static final String HTTP_PORT = "http.port";
    public static final String HTTP_TOKEN = "http.token";
    public static final String HTTP_BODY_MAX_BYTES = "http.body.max.bytes";
    public static final String HTTP_BODY_TIMEOUT = "http.body.timeout.ms";
    public static final String HTTP_CONNECTIONS_MAX = "http.connections.max";
    public static final String APPLICATION_SERVER = "application.server";
    public static final String STREAMS_THREADS = "streams.threads";
    public static final String STREAMS_INSTANCE = "streams.instance.id";
    public static final String STREAMS_STANDBY = "streams.standby.replicas";
    public static final String ROCKSDB_MEMORY_BYTES = "rocksdb.memory.bytes";

    private static final Pattern PREFIX = Pattern.compile("([a-z0-9]+(-[a-z0-9]+)*)?(?<!.{41})");

    private CommonSettings() {}

    static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        connection(def);
        http(def);
        streams(def);
        return def;
    }

    private static void connection(ConfigDef def) {
        def.define(
                BOOTSTRAP_SERVERS,
                Type.LIST,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Kafka brokers as host:port, separated by commas. A few of the cluster are enough; the others are found through them.");
        def.define(
                DEPLOYMENT_PREFIX,
                Type.STRING,
                "",
                matching(PREFIX, "be lower-case letters and digits with single hyphens between"),
                Importance.MEDIUM,
                "Goes with a dot before every topic, application id, group and transactional id. Set it where two deployments share a cluster, or to extract "
                        + "again beside the running one.");
        def.define(
                TOPICS_CREATE,
                Type.BOOLEAN,
                true,
                Importance.MEDIUM,
                "Whether a missing topic is created at start. Set false where topics are created by an operator; a missing one then stops the start.");
        def.define(
                TOPICS_PARTITIONS,
                Type.INT,
                6,
                between(1, 1000),
                Importance.HIGH,
                "Partitions of every topic: the bound of how many instances share the work. Fixed for the life of a deployment, and the same for all services.");
        def.define(
                TOPICS_REPLICATION,
                Type.SHORT,
                (short) -1,
                Importance.MEDIUM,
                "Copies of each partition of a topic created at start; -1 takes the cluster's default. Use 3 where the cluster's default is 1.");
    }

    private static void http(ConfigDef def) {
        def.define(
                HTTP_HOST,
                Type.STRING,
                "127.0.0.1",
                new ConfigDef.NonEmptyString(),
                Importance.HIGH,
                "Address the web server binds. Any but a loopback address needs "
                        + HTTP_TOKEN
                        + ".");
        def.define(
                HTTP_PORT,
                Type.INT,
                8080,
                between(0, 65_535),
                Importance.HIGH,
                "Port of the web server; 0 takes a free one.");
        def.define(
                HTTP_TOKEN,
                Type.PASSWORD,
                null,
                Importance.HIGH,
                "Bearer token that callers of the API must send, at least 16 characters; give it by reference: ${env:NAME} or ${file:PATH:key}. Unset means that "
                        + "anybody who reaches the loopback address may call.");
        def.define(
                HTTP_BODY_MAX_BYTES,
                Type.INT,
                1024 * 1024,
                between(1024, 64 * 1024 * 1024),
                Importance.LOW,
                "Longest request body in bytes; a longer one is answered by 413 without being read to its end.");
        def.define(
                HTTP_BODY_TIMEOUT,
                Type.INT,
                10_000,
                between(100, 600_000),
                Importance.LOW,
                "Milliseconds in which a request's body must have come whole; the connection of a slower one is closed. Raise it for callers behind a slow network.");
        def.define(
                HTTP_CONNECTIONS_MAX,
                Type.INT,
                2_000,
                between(1, 1_000_000),
                Importance.LOW,
                "Most connections at a time; further ones are closed at once. Bounds what slow or many callers can hold: each may hold a body.");
    }

    private static void streams(ConfigDef def) {
        def.define(
                STATE_DIR,
                Type.STRING,
                ".followthrough/state",
                new ConfigDef.NonEmptyString(),
                Importance.HIGH,
                "Folder of the local state stores. Keep it on a local disk; it can always be rebuilt from Kafka, which takes time.");
        def.define(
                APPLICATION_SERVER,
                Type.STRING,
                "",
                Importance.MEDIUM,
                "host:port at which other instances reach this one's API. Needed with two or more instances; empty means that this is the only one.");
        def.define(
                STREAMS_THREADS,
                Type.INT,
                1,
                between(1, 64),
                Importance.MEDIUM,
                "Stream threads of this instance. More than the instance's cores or than partitions gain nothing.");
        def.define(
                STREAMS_INSTANCE,
                Type.STRING,
                "",
                Importance.MEDIUM,
                "Name that this instance keeps over restarts (a StatefulSet's pod name). With it a restarted instance takes its partitions back at once instead of "
                        + "waiting for its predecessor's session to end.");
        def.define(
                STREAMS_STANDBY,
                Type.INT,
                0,
                between(0, 3),
                Importance.MEDIUM,
                "Warm copies of each state store on other instances. Use 1 for the commitment store with two or more instances: it takes over in seconds.");
        def.define(
                ROCKSDB_MEMORY_BYTES,
                Type.LONG,
                128L * 1024 * 1024,
                between(16L * 1024 * 1024, 64L * 1024 * 1024 * 1024),
                Importance.MEDIUM,
                "Memory in bytes that all state stores of the process share outside the heap, caches and write buffers together.");
    }

    private static ConfigDef.Validator matching(Pattern pattern, String rule) {
        return LambdaValidator.with(
                (name, value) -> {
                    if (value == null || !pattern.matcher(value.toString()).matches()) {
                        throw new org.apache.kafka.common.config.ConfigException(
                                name, value, "must " + rule);
                    }
                },
                () -> rule);
    }
}
