package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.connect.Version;

import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;

/**
 * A source connector around a {@link PullSource}. Keys and values are bytes: set {@code
 * ByteArrayConverter} for both, and leave {@code header.converter} at its default.
 */
public abstract class PullConnector extends SourceConnector implements Checkable {
    private static final Logger LOG = LoggerFactory.getLogger(PullConnector.class);

    private final PullSource source;
    private Map<String, String> settings = Map.of();

    protected PullConnector(PullSource source) {
        this.source = source;
    }

    @Override
    public String version() {
        return Version.CURRENT;
    }

    @Override
    public void start(Map<String, String> props) {
        new PullConfig(source.config(), props); // refuses wrong settings before any task starts
        settings = Map.copyOf(props);
    }

    /** Feeds fall to tasks by their names, so that a new one needs no new configuration. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Share.divide(settings, Math.max(1, Math.min(maxTasks, source.maxTasks(settings))));
    }

    @Override
    public void stop() {
        // Tasks hold what there is to close.
    }

    @Override
    public ConfigDef config() {
        return source.config();
    }

    /** Refuses credentials and permissions that do not do, by asking the source. */
    @Override
    public Config validate(Map<String, String> props) {
        Config config = super.validate(props);
        boolean valid =
                config.configValues().stream().allMatch(value -> value.errorMessages().isEmpty());
        if (valid && new PullConfig(source.config(), props).getBoolean(PullConfig.CHECK)) {
            attach(config.configValues(), asked(props));
        }
        return config;
    }

    private List<Finding> asked(Map<String, String> props) {
        try {
            return source.check(props, Tools.check());
        } catch (PullException e) {
            // A source that is down for a minute is no reason to refuse a configuration.
            LOG.warn("not checked source={} reason=\"{}\"", source.name(), e.getMessage());
            return List.of();
        } catch (ConfigException e) {
            return List.of(Finding.wrong(null, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (RuntimeException e) {
            throw Fault.of(source.name(), e);
        }
    }

    private static void attach(List<ConfigValue> values, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.verdict() == Finding.Verdict.WRONG) {
                values.stream()
                        .filter(value -> value.name().equals(finding.key()))
                        .findFirst()
                        .or(() -> values.stream().findFirst())
                        .ifPresent(value -> value.addErrorMessage(finding.words()));
            }
        }
    }

    @Override
    public List<Finding> check(Map<String, String> props) throws InterruptedException {
        return new PullCheck(source).of(props, super.validate(props).configValues());
    }

    /** Offsets are a function of what the source shows, and a page and its offset are one. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(
            Map<String, String> props) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }

    /** Offsets may be reset, or set to what was read from them before. */
    @Override
    public boolean alterOffsets(
            Map<String, String> config, Map<Map<String, ?>, Map<String, ?>> offsets) {
        for (Map.Entry<Map<String, ?>, Map<String, ?>> offset : offsets.entrySet()) {
            Object feed = offset.getKey().get("feed");
            if (offset.getValue() != null
                    && (offset.getKey().size() != 1 || !(feed instanceof String))) {
                throw new ConnectException(
                        "partition of an offset must be {\"feed\": \"name\"}, was "
                                + offset.getKey());
            }
        }
        return true;
    }
}
