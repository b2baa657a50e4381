package dev.followthrough.ingest.files;

import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.ingest.connect.DeploymentConfig;
import dev.followthrough.ingest.pull.MailPermalinkConfig;
import dev.followthrough.ingest.pull.PullConfig;
import dev.followthrough.ingest.slack.SlackPermalink;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings of the file connector. */
public final class FileSourceConfig extends AbstractConfig {
    public static final String PATHS = "paths";
    public static final String POLL_INTERVAL = "poll.interval.ms";
    public static final String SETTLE = "settle.ms";
    public static final String BATCH = "batch.records";
    public static final String SLACK_WORKSPACE = "slack.workspace.url";
    public static final String MAX_RECORD = DeploymentConfig.MAX_RECORD;
    public static final String PREFIX = DeploymentConfig.PREFIX;
    public static final String PARTITIONS = DeploymentConfig.PARTITIONS;

    /** Written by the connector for its tasks, never by a person. */
    static final String TASK_PATHS = "task.paths";

    /** The task's own number, for its metrics. */
    static final String TASK_NUMBER = PullConfig.TASK_NUMBER;

    /** Keys, defaults, validators and what a person should know of each. */
    public static final ConfigDef DEF =
            DeploymentConfig.define(
                            MailPermalinkConfig.define(
                                    new ConfigDef()
                                            .define(
                                                    PATHS,
                                                    Type.LIST,
                                                    ConfigDef.NO_DEFAULT_VALUE,
                                                    ConfigDef.LambdaValidator.with(
                                                            FileSourceConfig::checkPaths,
                                                            () -> "one or more absolute paths"),
                                                    Importance.HIGH,
                                                    "Files and folders to read, absolute, apart by commas. A folder is read with all that is in it; formats are found "
                                                            + "by content. Several paths are one workspace: names found in one explain the others.")
                                            .define(
                                                    POLL_INTERVAL,
                                                    Type.LONG,
                                                    2000L,
                                                    ConfigDef.Range.between(10L, 86_400_000L),
                                                    Importance.MEDIUM,
                                                    "Milliseconds between two looks for new and grown files. Larger where the folders hold hundreds of thousands of files.")
                                            .define(
                                                    SETTLE,
                                                    Type.LONG,
                                                    500L,
                                                    ConfigDef.Range.between(0L, 3_600_000L),
                                                    Importance.MEDIUM,
                                                    "Milliseconds a file must have been left alone before it is read, and a tenth of what the last message of a mailbox "
                                                            + "without its blank line, or a transcript without its sidecar, is waited for. Larger where files are copied over a slow network.")
                                            .define(
                                                    BATCH,
                                                    Type.INT,
                                                    500,
                                                    ConfigDef.Range.between(1, 100_000),
                                                    Importance.LOW,
                                                    "Records handed to the worker at once, at least; a batch never ends within a message.")
                                            .define(
                                                    SLACK_WORKSPACE,
                                                    Type.STRING,
                                                    "",
                                                    ConfigDef.LambdaValidator.with(
                                                            FileSourceConfig::checkWorkspace,
                                                            () -> "https://HOST, or empty"),
                                                    Importance.LOW,
                                                    "The address of the workspace that Slack exports are of, such as https://acme.slack.com, so that evidence opens its "
                                                            + "message. Empty for none: an export does not name it. Not for exports of several workspaces.")))
                    .defineInternal(TASK_PATHS, Type.LIST, List.of(), Importance.LOW)
                    .defineInternal(TASK_NUMBER, Type.INT, 0, Importance.LOW);

    public FileSourceConfig(Map<String, String> settings) {
        super(DEF, settings);
    }

    List<Path> paths() {
        return getList(PATHS).stream().map(Path::of).toList();
    }

    /** The paths that this task reads; the others only explain them. */
    List<Path> taskPaths() {
        List<String> own = getList(TASK_PATHS);
        return own.isEmpty() ? paths() : own.stream().map(Path::of).toList();
    }

    Duration pollInterval() {
        return Duration.ofMillis(getLong(POLL_INTERVAL));
    }

    Duration settle() {
        return Duration.ofMillis(getLong(SETTLE));
    }

    /** How long what may be half written, or not yet explained, is waited for. */
    Duration patience() {
        return settle().multipliedBy(10);
    }

    /** What the files themselves do not say. */
    Permalinks permalinks() {
        String workspace = getString(SLACK_WORKSPACE);
        boolean closed = workspace.isEmpty() || workspace.endsWith("/");
        return new Permalinks(
                closed ? workspace : workspace + "/", getString(MailPermalinkConfig.PERMALINK));
    }

    int batch() {
        return getInt(BATCH);
    }

    int maxRecordBytes() {
        return DeploymentConfig.maxRecordBytes(this);
    }

    Deployment deployment() {
        return DeploymentConfig.deployment(this);
    }

    private static void checkWorkspace(String key, Object value) {
        String url = String.valueOf(value);
        String slashed = url.endsWith("/") ? url : url + "/";
        if (!url.isEmpty() && !SlackPermalink.isWorkspace(slashed)) {
            throw new ConfigException(
                    key,
                    value,
                    "must be the address of the workspace, https and a host without a path: https://acme.slack.com");
        }
    }

    private static void checkPaths(String key, Object value) {
        List<?> paths = value instanceof List<?> list ? list : List.of();
        if (paths.isEmpty()) {
            throw new ConfigException(key, value, "must name at least one file or folder");
        }
        for (Object path : paths) {
            checkPath(key, String.valueOf(path));
        }
    }

    private static void checkPath(String key, String path) {
        try {
            if (path.isBlank() || !Path.of(path).isAbsolute()) {
                throw new ConfigException(
                        key,
                        path,
                        "must be an absolute path, since a worker has no folder of its own");
            }
        } catch (InvalidPathException e) {
            throw new ConfigException(key, path, "must be a path: " + e.getReason());
        }
    }
}
