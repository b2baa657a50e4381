package dev.followthrough.ingest.pull.zoom;

import dev.followthrough.ingest.pull.PullConfig;
import dev.followthrough.ingest.pull.Secret;
import dev.followthrough.ingest.pull.WebAddress;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.types.Password;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Settings of the Zoom connector. */
public final class ZoomSourceConfig extends PullConfig {
    public static final String ACCOUNT = "zoom.account.id";
    public static final String CLIENT_ID = "zoom.client.id";
    public static final String CLIENT_SECRET = "zoom.client.secret";
    public static final String USERS = "zoom.users";
    public static final String HISTORY = "zoom.history.days";
    public static final String OVERLAP = "zoom.overlap.days";
    public static final String PARTICIPANTS = "zoom.participants";
    public static final String RATE = "zoom.calls.per.second";
    public static final String URL = "zoom.url";
    public static final String LOGIN_URL = "zoom.login.url";

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF =
            define(900_000)
                    .define(
                            ACCOUNT,
                            Type.STRING,
                            ConfigDef.NO_DEFAULT_VALUE,
                            new ConfigDef.NonEmptyString(),
                            Importance.HIGH,
                            "Account ID of the server-to-server OAuth app.")
                    .define(
                            CLIENT_ID,
                            Type.STRING,
                            ConfigDef.NO_DEFAULT_VALUE,
                            new ConfigDef.NonEmptyString(),
                            Importance.HIGH,
                            "Client ID of the app.")
                    .define(
                            CLIENT_SECRET,
                            Type.PASSWORD,
                            ConfigDef.NO_DEFAULT_VALUE,
                            Secret.TOKEN,
                            Importance.HIGH,
                            "Client secret of the app. Give a reference, such as ${env:ZOOM_SECRET}, never the secret itself.")
                    .define(
                            USERS,
                            Type.LIST,
                            List.of(),
                            Importance.HIGH,
                            "Addresses of the users whose recordings are read; empty for all active users of the account.")
                    .define(
                            HISTORY,
                            Type.INT,
                            365,
                            ConfigDef.Range.between(1, 3650),
                            Importance.MEDIUM,
                            "How many days back the first read goes where start.from is all: Zoom lists a month a call, for each user.")
                    .define(
                            OVERLAP,
                            Type.INT,
                            4,
                            ConfigDef.Range.between(1, 28),
                            Importance.MEDIUM,
                            "How many days a transcript may come after its meeting. Those days are listed at each look; what was published "
                                    + "is not published again.")
                    .define(
                            PARTICIPANTS,
                            Type.BOOLEAN,
                            true,
                            Importance.MEDIUM,
                            "Whether participants are looked up, a call a meeting, so that names in a transcript get addresses.")
                    .define(
                            RATE,
                            Type.INT,
                            8,
                            ConfigDef.Range.between(1, 100),
                            Importance.LOW,
                            "Calls a second, of all tasks together. Zoom allows 10 to 60 by plan and kind of call.")
                    .define(
                            LOGIN_URL,
                            Type.STRING,
                            "https://zoom.us",
                            new WebAddress(),
                            Importance.LOW,
                            "Where tokens are asked for, without a path; https://zoomgov.com for government.")
                    .define(
                            URL,
                            Type.STRING,
                            "https://api.zoom.us",
                            new WebAddress(),
                            Importance.LOW,
                            "Address of the API, without a path; https://api.zoomgov.com for government.");

    ZoomSourceConfig(Map<String, String> settings) {
        super(DEF, settings);
    }

    String account() {
        return getString(ACCOUNT);
    }

    String clientId() {
        return getString(CLIENT_ID);
    }

    Password secret() {
        return getPassword(CLIENT_SECRET);
    }

    /** Whether a user's recordings are read. */
    boolean reads(String email) {
        List<String> users = getList(USERS);
        return users.isEmpty() || users.stream().anyMatch(email::equalsIgnoreCase);
    }

    /** Those of the settings that are not among these addresses. */
    List<String> strangers(Collection<String> emails) {
        return getList(USERS).stream()
                .filter(user -> emails.stream().noneMatch(user::equalsIgnoreCase))
                .toList();
    }

    /** How far back the first read goes. */
    Instant start(Instant now) {
        Instant start = startFrom(now);
        Instant earliest = now.minus(Duration.ofDays(getInt(HISTORY)));
        return start.equals(Instant.EPOCH) ? earliest : start;
    }

    int overlapDays() {
        return getInt(OVERLAP);
    }

    boolean asksParticipants() {
        return getBoolean(PARTICIPANTS);
    }

    int rate() {
        return getInt(RATE);
    }

    URI url() {
        return URI.create(getString(URL));
    }

    URI loginUrl() {
        return URI.create(getString(LOGIN_URL));
    }
}
