package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.email.MailPermalink;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.MailPermalinkConfig;
import dev.followthrough.ingest.pull.PullConfig;
import dev.followthrough.ingest.pull.Secret;
import dev.followthrough.ingest.pull.WebAddress;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Settings of the mailbox connector. */
public final class ImapConfig extends PullConfig {
    public static final String HOST = "host";
    public static final String PORT = "port";
    public static final String SECURITY = "security";
    public static final String USER = "user";
    public static final String AUTH = "auth";
    public static final String PASSWORD = "password";
    public static final String TOKEN_URL = "oauth.token.url";
    public static final String CLIENT_ID = "oauth.client.id";
    public static final String CLIENT_SECRET = "oauth.client.secret";
    public static final String REFRESH_TOKEN = "oauth.refresh.token";
    public static final String SCOPE = "oauth.scope";
    public static final String FOLDERS = "folders";
    public static final String IDLE = "idle";
    public static final String BATCH = "batch.messages";

    private static final String BY_PASSWORD = "password";
    private static final String BY_TOKEN = "xoauth2";

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF = folders(oauth(account(define(60_000L))));

    ImapConfig(Map<String, String> settings) {
        super(DEF, settings);
    }

    private static ConfigDef account(ConfigDef def) {
        return def.define(
                        HOST,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                ImapConfig::checkHost, () -> "a host name or an address"),
                        Importance.HIGH,
                        "The mail server: imap.gmail.com, outlook.office365.com, or your own.")
                .define(
                        PORT,
                        Type.INT,
                        993,
                        ConfigDef.Range.between(1, 65_535),
                        Importance.MEDIUM,
                        "993 for tls, usually 143 for starttls.")
                .define(
                        SECURITY,
                        Type.STRING,
                        "tls",
                        ConfigDef.ValidString.in("tls", "starttls", "none"),
                        Importance.MEDIUM,
                        "What protects the connection: tls from the first byte; starttls, refused where the server does not offer it; none only "
                                + "for a server on the same machine or behind a tunnel. The server's certificate must be trusted by the JVM and name the host.")
                .define(
                        USER,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ConfigDef.NonEmptyString(),
                        Importance.HIGH,
                        "Who logs in, usually the mailbox's address.")
                .define(
                        AUTH,
                        Type.STRING,
                        BY_PASSWORD,
                        ConfigDef.ValidString.in(BY_PASSWORD, BY_TOKEN),
                        Importance.HIGH,
                        "How the user logs in: password, or xoauth2 with a token of OAuth 2.0, which Microsoft 365 demands and Gmail offers.")
                .define(
                        PASSWORD,
                        Type.PASSWORD,
                        "",
                        Secret.PASSWORD_OR_NONE,
                        Importance.HIGH,
                        "The password, by reference (${env:…}, ${file:…}). Gmail and other providers with two steps want an app password.");
    }

    private static ConfigDef oauth(ConfigDef def) {
        return def.define(
                        TOKEN_URL,
                        Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(
                                ImapConfig::checkUrl, () -> "an https address, or empty"),
                        Importance.MEDIUM,
                        "Where tokens are asked for: https://oauth2.googleapis.com/token, or "
                                + "https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token.")
                .define(
                        CLIENT_ID,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "The id of the application that was registered with the provider.")
                .define(
                        CLIENT_SECRET,
                        Type.PASSWORD,
                        "",
                        Secret.TOKEN_OR_NONE,
                        Importance.MEDIUM,
                        "Its secret, by reference; empty where it is a public client with a refresh token.")
                .define(
                        REFRESH_TOKEN,
                        Type.PASSWORD,
                        "",
                        Secret.TOKEN_OR_NONE,
                        Importance.MEDIUM,
                        "The user's consent, by reference. Empty: the application logs in by its own credentials, which Microsoft 365 allows where "
                                + "an administrator gave it the mailbox.")
                .define(
                        SCOPE,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "What is asked for: https://outlook.office365.com/.default for an application at Microsoft 365; empty at Google, where the "
                                + "refresh token carries it.");
    }

    private static ConfigDef folders(ConfigDef def) {
        return MailPermalinkConfig.define(
                def.define(
                                FOLDERS,
                                Type.LIST,
                                List.of("INBOX", "\\Sent"),
                                ConfigDef.LambdaValidator.with(
                                        ImapConfig::checkFolders, () -> "one or more names"),
                                Importance.HIGH,
                                "Folders to read, apart by commas: full names; special uses, such as \\Sent, \\Archive or \\All; or * for all but drafts, junk, "
                                        + "bin and a folder of all mail. Keep \\Sent: your own promises lie there. In JSON a backslash is written twice.")
                        .define(
                                IDLE,
                                Type.BOOLEAN,
                                true,
                                Importance.LOW,
                                "Whether the server is asked to tell of new mail at once (IDLE), on one more connection a folder. The poll goes on beneath. "
                                        + "Set false where the server allows few connections.")
                        .define(
                                BATCH,
                                Type.INT,
                                500,
                                ConfigDef.Range.between(1, 5_000),
                                Importance.LOW,
                                "Messages fetched and published at once, at most; fewer where they are large."));
    }

    /** What is missing or does not go together; nothing where all is well. */
    List<Finding> wrong() {
        List<Finding> wrong = new ArrayList<>();
        if (getString(AUTH).equals(BY_PASSWORD)) {
            need(wrong, PASSWORD, secret(PASSWORD).isEmpty(), "auth is password");
        } else {
            need(wrong, TOKEN_URL, getString(TOKEN_URL).isEmpty(), "auth is xoauth2");
            need(wrong, CLIENT_ID, getString(CLIENT_ID).isEmpty(), "auth is xoauth2");
            boolean nothing = secret(CLIENT_SECRET).isEmpty() && secret(REFRESH_TOKEN).isEmpty();
            need(wrong, CLIENT_SECRET, nothing, "there is no " + REFRESH_TOKEN);
        }
        return wrong;
    }

    private static void need(List<Finding> wrong, String key, boolean missing, String why) {
        if (missing) {
            wrong.add(Finding.wrong(key, key + " must be set, since " + why));
        }
    }

    ImapAccount account(InstantSource clock) {
        List<Finding> wrong = wrong();
        if (!wrong.isEmpty()) {
            throw new ConfigException(
                    String.join("; ", wrong.stream().map(Finding::words).toList()));
        }
        return new ImapAccount(
                getString(HOST),
                getInt(PORT),
                ImapAccount.Security.valueOf(getString(SECURITY).toUpperCase(Locale.ROOT)),
                getString(USER),
                login(clock),
                requestTimeout());
    }

    /** Names the server to a person. */
    String server() {
        return getString(HOST) + " at port " + getInt(PORT);
    }

    private ImapAccount.Login login(InstantSource clock) {
        if (getString(AUTH).equals(BY_PASSWORD)) {
            return new ImapAccount.Password(secret(PASSWORD));
        }
        String refresh = secret(REFRESH_TOKEN);
        return new ImapAccount.Bearer(
                new OAuthTokens(
                        new OAuthTokens.Grant(
                                URI.create(getString(TOKEN_URL)),
                                getString(CLIENT_ID),
                                secret(CLIENT_SECRET),
                                refresh.isEmpty() ? null : refresh,
                                getString(SCOPE)),
                        clock,
                        requestTimeout()));
    }

    private String secret(String key) {
        Password password = getPassword(key);
        return password == null ? "" : password.value();
    }

    List<String> folders() {
        return getList(FOLDERS).stream().map(String::strip).toList();
    }

    boolean idle() {
        return getBoolean(IDLE);
    }

    int batch() {
        return getInt(BATCH);
    }

    /** A template as {@link MailPermalink} takes it. */
    String permalink() {
        return getString(MailPermalinkConfig.PERMALINK);
    }

    private static void checkHost(String key, Object value) {
        if (!String.valueOf(value).matches("[\\p{Alnum}._:\\[\\]-]{1,253}")) {
            throw new ConfigException(key, value, "must be a host name or an address, no URL");
        }
    }

    private static void checkUrl(String key, Object value) {
        String url = String.valueOf(value);
        boolean local = url.matches("http://(?:localhost|127\\.0\\.0\\.1)[:/].*");
        boolean web = url.matches("https://[^\\s/]+/\\S*") || local;
        if (!url.isEmpty() && !(web && WebAddress.isAddress(url))) {
            throw new ConfigException(
                    key, value, "must begin with https:// and hold no space and no <placeholder>");
        }
    }

    private static void checkFolders(String key, Object value) {
        List<?> names = value instanceof List<?> list ? list : List.of();
        if (names.isEmpty() || names.stream().anyMatch(name -> String.valueOf(name).isBlank())) {
            throw new ConfigException(key, value, "must name at least one folder");
        }
    }
}
