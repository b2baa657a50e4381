package dev.followthrough.ingest.pull;

import org.apache.kafka.connect.source.SourceConnector;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** A connector that can be tried before it is created. */
public interface Checkable {
    /**
     * Proves settings, credentials and permissions and reads one page, without publishing anything.
     *
     * @param settings with references to secrets resolved
     */
    List<Finding> check(Map<String, String> settings) throws InterruptedException;

    /** All there are, as a worker finds them. */
    static List<Checkable> all() {
        return ServiceLoader.load(SourceConnector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(Checkable.class::isInstance)
                .map(Checkable.class::cast)
                .toList();
    }
}
