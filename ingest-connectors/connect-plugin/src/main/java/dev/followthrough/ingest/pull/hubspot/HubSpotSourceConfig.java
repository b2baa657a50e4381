package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.pull.PullConfig;
import dev.followthrough.ingest.pull.Secret;
import dev.followthrough.ingest.pull.WebAddress;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.types.Password;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Settings of the HubSpot connector. */
public final class HubSpotSourceConfig extends PullConfig {
    public static final String TOKEN = "hubspot.token";
    public static final String OBJECTS = "hubspot.objects";
    public static final String URL = "hubspot.url";
    public static final String OBJECTS_PATH = "hubspot.objects.path";
    public static final String OVERLAP = "hubspot.overlap.ms";
    public static final String ARCHIVED_INTERVAL = "hubspot.archived.interval.ms";
    public static final String SEARCH_RATE = "hubspot.search.calls.per.second";
    public static final String RATE = "hubspot.calls.per.10.seconds";
    public static final String ATTACHMENTS = "hubspot.attachment.names";

    private static final List<String> ALL =
            Arrays.stream(HubSpotKind.values()).map(HubSpotKind::list).toList();

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF =
            define(30_000)
                    .define(
                            TOKEN,
                            Type.PASSWORD,
                            ConfigDef.NO_DEFAULT_VALUE,
                            Secret.TOKEN,
                            Importance.HIGH,
                            "Access token of a private app (it begins with pat-). Give a reference, such as ${env:HUBSPOT_TOKEN}, never the token itself.")
                    .define(
                            OBJECTS,
                            Type.LIST,
                            ALL,
                            ConfigDef.ValidList.in(ALL.toArray(String[]::new)),
                            Importance.HIGH,
                            "Kinds of objects to read; each needs its scope. Without owners, signals have authors without names.")
                    .define(
                            ATTACHMENTS,
                            Type.BOOLEAN,
                            false,
                            Importance.LOW,
                            "Whether names of attached files are looked up, a call a file. Needs the scope files.")
                    .define(
                            OVERLAP,
                            Type.LONG,
                            Duration.ofMinutes(10).toMillis(),
                            ConfigDef.Range.between(0L, 86_400_000L),
                            Importance.MEDIUM,
                            "Milliseconds that each look goes back behind the newest modification, since HubSpot's search shows changes late. "
                                    + "What was published is not published again.")
                    .define(
                            ARCHIVED_INTERVAL,
                            Type.LONG,
                            Duration.ofHours(1).toMillis(),
                            ConfigDef.Range.between(1000L, 604_800_000L),
                            Importance.MEDIUM,
                            "Milliseconds between two looks for archived objects, which are listed whole each time, 100 a call.")
                    .define(
                            SEARCH_RATE,
                            Type.INT,
                            4,
                            ConfigDef.Range.between(1, 100),
                            Importance.LOW,
                            "Searches a second, of all tasks together. HubSpot allows four or five an account, shared with its other apps.")
                    .define(
                            RATE,
                            Type.INT,
                            90,
                            ConfigDef.Range.between(1, 10_000),
                            Importance.LOW,
                            "Other calls in ten seconds, of all tasks together. The plan decides: 100 on Free and Starter, 190 above.")
                    .define(
                            OBJECTS_PATH,
                            Type.STRING,
                            "/crm/v3/objects",
                            Importance.LOW,
                            "Path of the objects API. HubSpot moves to dated ones; change it when this one is retired.")
                    .define(
                            URL,
                            Type.STRING,
                            "https://api.hubapi.com",
                            new WebAddress(),
                            Importance.LOW,
                            "Address of the API, without a path. Change it for a proxy.");

    HubSpotSourceConfig(Map<String, String> settings) {
        super(DEF, settings);
    }

    Password token() {
        return getPassword(TOKEN);
    }

    List<HubSpotKind> kinds() {
        List<String> named = getList(OBJECTS);
        return Arrays.stream(HubSpotKind.values())
                .filter(kind -> named.contains(kind.list()))
                .toList();
    }

    boolean namesAttachments() {
        return getBoolean(ATTACHMENTS);
    }

    Duration overlap() {
        return Duration.ofMillis(getLong(OVERLAP));
    }

    Duration archivedInterval() {
        return Duration.ofMillis(getLong(ARCHIVED_INTERVAL));
    }

    int searchRate() {
        return getInt(SEARCH_RATE);
    }

    int rate() {
        return getInt(RATE);
    }

    String objectsPath() {
        return getString(OBJECTS_PATH);
    }

    URI url() {
        return URI.create(getString(URL));
    }
}
