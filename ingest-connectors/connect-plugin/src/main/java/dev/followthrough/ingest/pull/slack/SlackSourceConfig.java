package dev.followthrough.ingest.pull.slack;

import dev.followthrough.ingest.connect.Matching;
import dev.followthrough.ingest.pull.PullConfig;
import dev.followthrough.ingest.pull.Secret;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings of the Slack connector. */
public final class SlackSourceConfig extends PullConfig {
    public static final String TOKEN = "slack.token";
    public static final String CHANNELS = "slack.channels";
    public static final String PRIVATE = "slack.private.channels";
    public static final String DIRECT = "slack.direct.messages";
    public static final String RECONCILE = "slack.reconcile.interval.ms";
    public static final String OVERLAP = "slack.overlap.ms";
    public static final String THREADS = "slack.threads.ms";
    public static final String PAGE = "slack.page.size";
    public static final String RATE = "slack.requests.per.minute";
    public static final String ENDPOINT = "slack.endpoint";

    private static final long DAY = 86_400_000L;

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF =
            define(60_000L)
                    .define(
                            TOKEN,
                            Type.PASSWORD,
                            ConfigDef.NO_DEFAULT_VALUE,
                            Secret.TOKEN,
                            Importance.HIGH,
                            "Bot token (xoxb-…) of the Slack app; give it by reference: ${env:SLACK_BOT_TOKEN} or ${file:PATH:key}. "
                                    + "The app manifest beside the documentation has the scopes it needs.")
                    .define(
                            CHANNELS,
                            Type.LIST,
                            List.of(),
                            new Matching("#?[^\\s,#]{1,80}"),
                            Importance.HIGH,
                            "Channels to read, by id (C0123ABC) or name, apart by commas; an id survives a renaming. "
                                    + "Empty reads every channel that the app was invited to.")
                    .define(
                            PRIVATE,
                            Type.BOOLEAN,
                            false,
                            Importance.MEDIUM,
                            "Whether private channels that the app was invited to are read too; needs groups:read and groups:history.")
                    .define(
                            DIRECT,
                            Type.BOOLEAN,
                            false,
                            Importance.MEDIUM,
                            "Whether direct and group messages of the token's owner are read; needs im:* and mpim:* scopes. "
                                    + "People expect them to be private: tell them before it is turned on.")
                    .define(
                            RECONCILE,
                            Type.LONG,
                            900_000L,
                            ConfigDef.Range.between(10L, DAY),
                            Importance.MEDIUM,
                            "Milliseconds between two readings of the recent past, which find edits, deletions and late replies. "
                                    + "New messages come at every poll.interval.ms already.")
                    .define(
                            OVERLAP,
                            Type.LONG,
                            3 * DAY,
                            ConfigDef.Range.between(0L, 365 * DAY),
                            Importance.MEDIUM,
                            "Milliseconds before a channel's newest message in which edits and deletions are found. "
                                    + "At most 5000 messages are remembered for it, part of the stored offset.")
                    .define(
                            THREADS,
                            Type.LONG,
                            30 * DAY,
                            ConfigDef.Range.between(0L, 365 * DAY),
                            Importance.MEDIUM,
                            "Milliseconds before a channel's newest message in which the beginning of a thread may lie for a late reply to be found.")
                    .define(
                            PAGE,
                            Type.INT,
                            200,
                            ConfigDef.Range.between(1, 999),
                            Importance.LOW,
                            "Most messages asked for at once. Slack grants apps that are sold outside its marketplace 15.")
                    .define(
                            RATE,
                            Type.INT,
                            50,
                            ConfigDef.Range.between(1, 1000),
                            Importance.MEDIUM,
                            "Requests a minute for messages and for replies, each, of all tasks together. 50 for an app of your own workspace; "
                                    + "1 for an app that is sold outside Slack's marketplace. Slack's own Retry-After is kept in any case.")
                    .define(
                            ENDPOINT,
                            Type.STRING,
                            "https://slack.com/api/",
                            new Matching("https?://\\S+/"),
                            Importance.LOW,
                            "Where the Slack Web API is called; ends with a slash. Change it for a proxy, a government workspace (https://slack-gov.com/api/) or a test.");

    SlackSourceConfig(Map<String, String> settings) {
        super(DEF, settings);
    }

    String token() {
        return getPassword(TOKEN).value();
    }

    /** Ids and names without their sign; empty for all. */
    Set<String> channels() {
        return getList(CHANNELS).stream()
                .map(channel -> channel.startsWith("#") ? channel.substring(1) : channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean privateChannels() {
        return getBoolean(PRIVATE);
    }

    boolean directMessages() {
        return getBoolean(DIRECT);
    }

    /** What {@code conversations.list} is asked for. */
    String types() {
        return "public_channel"
                + (privateChannels() ? ",private_channel" : "")
                + (directMessages() ? ",im,mpim" : "");
    }

    Duration reconcile() {
        return Duration.ofMillis(getLong(RECONCILE));
    }

    Duration overlap() {
        return Duration.ofMillis(getLong(OVERLAP));
    }

    Duration threads() {
        return Duration.ofMillis(getLong(THREADS));
    }

    int pageSize() {
        return getInt(PAGE);
    }

    int requestsPerMinute() {
        return getInt(RATE);
    }

    String endpoint() {
        return getString(ENDPOINT);
    }
}
