package dev.followthrough.ingest.files;

import dev.followthrough.ingest.connect.Version;
import dev.followthrough.ingest.pull.Checkable;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Settings;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.util.ConnectorUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files of every source into {@code ingest.signal.*}, {@code ingest.directory.v1} and {@code
 * ingest.dead-letter.v1} and follows them as they appear and grow. Keys and values are bytes: set
 * {@code ByteArrayConverter} for both, and leave {@code header.converter} at its default.
 */
public final class FileSourceConnector extends SourceConnector implements Checkable {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return Version.CURRENT;
    }

    @Override
    public void start(Map<String, String> props) {
        new FileSourceConfig(props); // refuses wrong settings before any task starts
        settings = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FileSourceTask.class;
    }

    /**
     * Divides the paths; with one path there is one task. Every task knows all paths, since files
     * explain each other.
     */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        List<Path> paths = new FileSourceConfig(settings).paths();
        List<Map<String, String>> configs = new ArrayList<>();
        for (List<Path> group :
                ConnectorUtils.groupPartitions(paths, Math.min(maxTasks, paths.size()))) {
            Map<String, String> config = new HashMap<>(settings);
            config.put(
                    FileSourceConfig.TASK_PATHS,
                    String.join(",", group.stream().map(Path::toString).toList()));
            config.put(FileSourceConfig.TASK_NUMBER, Integer.toString(configs.size()));
            configs.add(config);
        }
        return configs;
    }

    @Override
    public void stop() {
        // Tasks hold what there is to close.
    }

    @Override
    public ConfigDef config() {
        return FileSourceConfig.DEF;
    }

    /** Refuses paths that this worker cannot read; one that vanishes later is waited for. */
    @Override
    public Config validate(Map<String, String> props) {
        Config config = super.validate(props);
        for (ConfigValue value : config.configValues()) {
            if (value.name().equals(FileSourceConfig.PATHS)
                    && value.errorMessages().isEmpty()
                    && value.value() instanceof List<?> paths) {
                paths.stream()
                        .map(String::valueOf)
                        .filter(path -> !Files.isReadable(Path.of(path)))
                        .forEach(
                                path ->
                                        value.addErrorMessage(
                                                "Invalid value "
                                                        + path
                                                        + " for configuration paths: must exist and be readable by the worker"));
            }
        }
        return config;
    }

    @Override
    public List<Finding> check(Map<String, String> props) {
        List<Finding> findings =
                Settings.check(FileSourceConfig.DEF, props, validate(props).configValues());
        if (findings.stream().noneMatch(found -> found.verdict() == Finding.Verdict.WRONG)) {
            findings.add(Finding.fine("settings are well formed, and the paths can be read here"));
            findings.addAll(
                    FileCheck.of(new FileSourceConfig(props).paths(), Tools.check().clock()));
        }
        return findings;
    }

    /**
     * Offsets are a function of the files' content, so a transaction makes each record and its
     * offset one.
     */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(
            Map<String, String> props) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }
}
