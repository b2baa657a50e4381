package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.PullConfig;
import dev.followthrough.ingest.pull.Secret;
import dev.followthrough.ingest.pull.WebAddress;
import dev.followthrough.ingest.salesforce.SalesforceKind;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Settings of the Salesforce connector. */
public final class SalesforceSourceConfig extends PullConfig {
    public static final String CLIENT_ID = "salesforce.client.id";
    public static final String CLIENT_SECRET = "salesforce.client.secret";
    public static final String PRIVATE_KEY = "salesforce.private.key";
    public static final String USER = "salesforce.user";
    public static final String LOGIN_URL = "salesforce.login.url";
    public static final String AUDIENCE = "salesforce.audience";
    public static final String OBJECTS = "salesforce.objects";
    public static final String OVERLAP = "salesforce.overlap.ms";
    public static final String SHARE = "salesforce.api.share";
    public static final String ATTACHMENTS = "salesforce.attachment.names";
    public static final String VERSION = "salesforce.api.version";

    private static final List<String> ALL =
            Arrays.stream(SalesforceKind.values()).map(SalesforceKind::object).toList();

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF =
            PubSubConfig.define(define(120_000))
                    .define(
                            CLIENT_ID,
                            Type.STRING,
                            ConfigDef.NO_DEFAULT_VALUE,
                            new ConfigDef.NonEmptyString(),
                            Importance.HIGH,
                            "Consumer key of the connected app.")
                    .define(
                            PRIVATE_KEY,
                            Type.PASSWORD,
                            null,
                            Secret.PEM,
                            Importance.HIGH,
                            "For the JWT bearer flow: the private key of the certificate in the connected app, PEM, PKCS#8. Give a reference, "
                                    + "such as ${dir:/secrets:salesforce.key}.")
                    .define(
                            USER,
                            Type.STRING,
                            "",
                            Importance.HIGH,
                            "For the JWT bearer flow: the user name whose rights the connector has.")
                    .define(
                            CLIENT_SECRET,
                            Type.PASSWORD,
                            null,
                            Secret.TOKEN,
                            Importance.HIGH,
                            "For the client credentials flow, instead of key and user: the consumer secret. Give a reference, such as ${env:SALESFORCE_SECRET}.")
                    .define(
                            LOGIN_URL,
                            Type.STRING,
                            "https://login.salesforce.com",
                            new WebAddress(),
                            Importance.HIGH,
                            "Where to log in, without a path. Client credentials need the org's own address, https://NAME.my.salesforce.com; "
                                    + "sandboxes have https://test.salesforce.com or their own.")
                    .define(
                            AUDIENCE,
                            Type.STRING,
                            "https://login.salesforce.com",
                            Importance.MEDIUM,
                            "For the JWT bearer flow: https://login.salesforce.com, or https://test.salesforce.com of a sandbox.")
                    .define(
                            OBJECTS,
                            Type.LIST,
                            ALL,
                            ConfigDef.ValidList.in(ALL.toArray(String[]::new)),
                            Importance.HIGH,
                            "Objects to read, by API name. Take out what the user may not see, or the org does not have.")
                    .define(
                            OVERLAP,
                            Type.LONG,
                            Duration.ofMinutes(10).toMillis(),
                            ConfigDef.Range.between(0L, 86_400_000L),
                            Importance.MEDIUM,
                            "Milliseconds that each look goes back behind the newest row, since a transaction commits later than its stamp says. "
                                    + "What was published is not published again. More where jobs run long.")
                    .define(
                            SHARE,
                            Type.DOUBLE,
                            0.8,
                            ConfigDef.Range.between(0.01, 1.0),
                            Importance.MEDIUM,
                            "Share of the org's daily API calls, by whomever used, from which on the connector waits, so that others still can work.")
                    .define(
                            ATTACHMENTS,
                            Type.BOOLEAN,
                            false,
                            Importance.LOW,
                            "Whether names of files attached to mails are looked up, a call a page that has any.")
                    .define(
                            VERSION,
                            Type.STRING,
                            "v60.0",
                            Importance.LOW,
                            "Version of the REST API, as in its path.");

    SalesforceSourceConfig(Map<String, String> settings) {
        super(DEF, settings);
        boolean jwt = privateKey() != null;
        if (jwt == (secret() != null)) {
            throw new ConfigException(
                    "set either "
                            + PRIVATE_KEY
                            + " with "
                            + USER
                            + " (JWT bearer) or "
                            + CLIENT_SECRET
                            + " (client credentials)");
        }
        if (jwt && user().isBlank()) {
            throw new ConfigException(USER + " must be set with " + PRIVATE_KEY);
        }
    }

    String clientId() {
        return getString(CLIENT_ID);
    }

    @Nullable Password secret() {
        return getPassword(CLIENT_SECRET);
    }

    @Nullable Password privateKey() {
        return getPassword(PRIVATE_KEY);
    }

    String user() {
        return getString(USER);
    }

    URI loginUrl() {
        return URI.create(getString(LOGIN_URL));
    }

    String audience() {
        return getString(AUDIENCE);
    }

    List<SalesforceKind> kinds() {
        List<String> named = getList(OBJECTS);
        return Arrays.stream(SalesforceKind.values())
                .filter(kind -> named.contains(kind.object()))
                .toList();
    }

    Duration overlap() {
        return Duration.ofMillis(getLong(OVERLAP));
    }

    double share() {
        return getDouble(SHARE);
    }

    boolean namesAttachments() {
        return getBoolean(ATTACHMENTS);
    }

    boolean listens() {
        return getBoolean(PubSubConfig.ON);
    }

    PubSubAddress pubSubAddress() {
        return PubSubAddress.of(getString(PubSubConfig.ADDRESS));
    }

    String dataPath() {
        return "/services/data/" + getString(VERSION);
    }
}
