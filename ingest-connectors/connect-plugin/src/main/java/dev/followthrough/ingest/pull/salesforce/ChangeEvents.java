package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.Pace;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Which objects Salesforce told to have changed: hints, which wake their polls. Thread-safe. */
final class ChangeEvents implements AutoCloseable {
    /** How long a change waits for its reader, at most. */
    static final Duration ATTENTION = Duration.ofMillis(250);

    private final PubSubClient client;
    private final SalesforceLogin login;
    private final Pace pace;
    private final Set<String> watched = new HashSet<>();
    private final Hints hints = new Hints();

    ChangeEvents(SalesforceSourceConfig config, SalesforceLogin login, Pace pace) {
        this.client = new PubSubClient(config.pubSubAddress(), config.requestTimeout());
        this.login = login;
        this.pace = pace;
    }

    /** From now on Salesforce is to tell of changes of this object. */
    void watch(String object) {
        synchronized (watched) {
            if (!watched.add(object)) {
                return;
            }
        }
        ChangeStream stream = new ChangeStream(object, client, login, () -> hints.add(object));
        client.later(Duration.ZERO, stream::open);
    }

    /** Objects that have changed, and may be looked at. */
    Set<String> news() {
        return hints.take(pace.nanos());
    }

    @Override
    public void close() {
        client.close();
    }
}
