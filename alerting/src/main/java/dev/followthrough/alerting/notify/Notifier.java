package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reconciles wanted messages with standing ones, partition by partition. Knows no Kafka: a loop
 * hands it what was read and lets it work. Used by one thread.
 */
public final class Notifier {
    private final Courier courier;
    private final Map<Integer, Assignment> assignments = new TreeMap<>();

    /**
     * @param deployment tells deployments apart that post to one channel
     * @param outlets the medium of a destination
     * @param clock the real one: what stands in the world outside follows no other
     */
    public Notifier(
            String deployment,
            Function<String, Outlet> outlets,
            Deliveries deliveries,
            InstantSource clock,
            MeterRegistry metrics) {
        this.courier = new Courier(deployment, outlets, deliveries, clock, metrics);
    }

    /** A partition of both topics is this notifier's from now on; nothing of it is known yet. */
    public void assigned(int partition) {
        assignments.put(partition, new Assignment(courier));
    }

    /** It is another's from now on. */
    public void revoked(int partition) {
        assignments.remove(partition);
    }

    /** A message that is wanted; absent where it vanished. */
    public void wanted(int partition, String key, @Nullable Message message) {
        of(partition).wanted(key, message);
    }

    /** A delivery in the log, written by this notifier or another. */
    public void stands(int partition, String key, @Nullable Delivery delivery, long offset) {
        of(partition).stands(key, delivery, offset);
    }

    /** Both topics of the partition were read to where they ended when it was assigned. */
    public void caughtUp(int partition) {
        of(partition).caughtUp();
    }

    /** Does what is due until this instant, one thing at a time, fairly among partitions. */
    public void work(Instant until) {
        boolean more = true;
        while (more && courier.now().isBefore(until)) {
            more = false;
            for (Assignment assignment : assignments.values()) {
                more |= assignment.work();
            }
        }
    }

    /** When something is to do next; absent where nothing is. */
    public @Nullable Instant next() {
        return assignments.values().stream()
                .map(Assignment::next)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Assignment of(int partition) {
        return Objects.requireNonNull(
                assignments.get(partition), "records come from assigned partitions only");
    }
}
