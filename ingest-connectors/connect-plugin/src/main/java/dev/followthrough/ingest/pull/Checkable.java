package dev.followthrough.ingest.pull;

import java.util.List;
import java.util.Map;

/** A connector that can be tried before it is created. */
public interface Checkable {
    /**
     * Proves settings, credentials and permissions and reads one page, without publishing anything.
     *
     * @param settings with references to secrets resolved
     */
    List<Finding> check(Map<String, String> settings) throws InterruptedException;
}
