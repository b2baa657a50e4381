package dev.followthrough.ingest.pull.gong;

import dev.followthrough.ingest.connect.Matching;
import dev.followthrough.ingest.pull.PullConfig;
import dev.followthrough.ingest.pull.Secret;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.types.Password;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Settings of the Gong connector. */
public final class GongSourceConfig extends PullConfig {
    public static final String ACCESS_KEY = "gong.access.key";
    public static final String SECRET = "gong.access.key.secret";
    public static final String WORKSPACES = "gong.workspaces";
    public static final String HISTORY = "gong.history.days";
    public static final String OVERLAP = "gong.overlap.days";
    public static final String PRIVATE_CALLS = "gong.private.calls";
    public static final String RATE = "gong.calls.per.second";
    public static final String DAILY = "gong.calls.per.day";
    public static final String URL = "gong.url";

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF =
            define(900_000)
                    .define(
                            ACCESS_KEY,
                            Type.STRING,
                            ConfigDef.NO_DEFAULT_VALUE,
                            new ConfigDef.NonEmptyString(),
                            Importance.HIGH,
                            "Access key of the Gong API.")
                    .define(
                            SECRET,
                            Type.PASSWORD,
                            ConfigDef.NO_DEFAULT_VALUE,
                            Secret.TOKEN,
                            Importance.HIGH,
                            "Secret of the access key. Give a reference, such as ${env:GONG_SECRET}, never the secret itself.")
                    .define(
                            WORKSPACES,
                            Type.LIST,
                            List.of(),
                            new Matching("\\d{1,20}"),
                            Importance.HIGH,
                            "Ids of the workspaces whose calls are read; empty for all calls of the company.")
                    .define(
                            HISTORY,
                            Type.INT,
                            365,
                            ConfigDef.Range.between(1, 3650),
                            Importance.MEDIUM,
                            "How many days back the first read goes where start.from is all: a week is listed at a time, 100 calls a request.")
                    .define(
                            OVERLAP,
                            Type.INT,
                            4,
                            ConfigDef.Range.between(1, 28),
                            Importance.MEDIUM,
                            "How many days a transcript may come after its call. Those days are listed at each look; what was published is "
                                    + "not published again.")
                    .define(
                            PRIVATE_CALLS,
                            Type.BOOLEAN,
                            false,
                            Importance.MEDIUM,
                            "Whether calls that somebody marked as private at Gong are read too.")
                    .define(
                            RATE,
                            Type.INT,
                            3,
                            ConfigDef.Range.between(1, 100),
                            Importance.LOW,
                            "Requests a second, of all tasks together. Gong allows three a company, shared with its other integrations.")
                    .define(
                            DAILY,
                            Type.INT,
                            8000,
                            ConfigDef.Range.between(100, 10_000_000),
                            Importance.LOW,
                            "Requests in 24 hours, of all tasks together: half of them may come at once, the others spread. Gong allows 10,000 a "
                                    + "company, shared with its other integrations. Counted anew when a task starts.")
                    .define(
                            URL,
                            Type.STRING,
                            "https://api.gong.io",
                            new Matching(
                                    "https://[^/\\s?#@]+|http://(127\\.0\\.0\\.1|localhost)(:\\d+)?"),
                            Importance.LOW,
                            "Address of the API as Gong's API page shows it, without a path; https, or this machine.");

    GongSourceConfig(Map<String, String> settings) {
        super(DEF, settings);
    }

    String accessKey() {
        return getString(ACCESS_KEY);
    }

    Password secret() {
        return getPassword(SECRET);
    }

    /** Those that are read, each a feed; one that is empty stands for all. */
    List<String> workspaces() {
        List<String> named = getList(WORKSPACES).stream().distinct().toList();
        return named.isEmpty() ? List.of("") : named;
    }

    /** How far back the first read goes. */
    Instant start(Instant now) {
        Instant start = startFrom(now);
        Instant earliest = now.minus(Duration.ofDays(getInt(HISTORY)));
        return start.equals(Instant.EPOCH) ? earliest : start;
    }

    Duration overlap() {
        return Duration.ofDays(getInt(OVERLAP));
    }

    boolean readsPrivateCalls() {
        return getBoolean(PRIVATE_CALLS);
    }

    int rate() {
        return getInt(RATE);
    }

    int daily() {
        return getInt(DAILY);
    }

    URI url() {
        return URI.create(getString(URL));
    }
}
