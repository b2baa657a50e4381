package dev.followthrough.ingest.pull;

import org.apache.kafka.common.config.ConfigDef;

import java.util.List;
import java.util.Map;

/** A kind of source that is asked by HTTP or the like. Stateless, thread-safe. */
public interface PullSource {
    /** A word for logs, errors and dead letters: {@code slack}. */
    String name();

    /** Its settings: {@link PullConfig#define} and its own. */
    ConfigDef config();

    /** Into how many tasks these settings may be divided; feeds are spread over them by name. */
    default int maxTasks(Map<String, String> settings) {
        return Integer.MAX_VALUE;
    }

    /** Opens it for a task. Asks nothing yet. */
    Pull open(Map<String, String> settings, Tools tools);

    /**
     * Proves credentials and permissions by a call or two. Settings are valid by themselves.
     *
     * @throws PullException.Unavailable where the source does not answer
     */
    List<Finding> check(Map<String, String> settings, Tools tools) throws InterruptedException;
}
