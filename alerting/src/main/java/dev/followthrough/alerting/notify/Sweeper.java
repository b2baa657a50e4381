package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks from time to time at what was posted lately, for copies that a notifier left which was
 * paused or died between its post and its record. Of each message one copy is left.
 */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** How far back it looks: a notifier that was paused for longer is found by the next look. */
    static final Duration BACK = Duration.ofHours(1);

    private final Courier courier;
    private final Map<String, Entry> entries;
    private final Map<String, Instant> newest = new TreeMap<>();
    private final Set<String> doubts = new TreeSet<>();

    /**
     * @param entries of one partition; changed in place
     */
    Sweeper(Courier courier, Map<String, Entry> entries) {
        this.courier = courier;
        this.entries = entries;
    }

    /** Something was posted there about then. */
    void posted(String destination, Instant at) {
        newest.merge(destination, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    Set<String> destinations() {
        return Set.copyOf(newest.keySet());
    }

    /** Somebody else posted there, or may have: what the copies say is compared as well. */
    void doubt(String destination) {
        doubts.add(destination);
    }

    /** Sweeps a destination and returns the keys whose entries changed. */
    List<String> sweep(String destination) throws Undelivered {
        Instant now = courier.now();
        Instant from = newest.getOrDefault(destination, now).minus(BACK);
        List<Outlet.Copy> copies =
                courier.outlet(destination).find(destination, from, now.plus(Courier.AROUND));
        boolean doubted = doubts.remove(destination);
        List<String> changed = new ArrayList<>();
        for (String key : keys(destination)) {
            if (sweep(key, copies, doubted)) {
                changed.add(key);
            }
            letGo(key, now.minus(BACK));
        }
        newest.put(destination, now);
        return changed;
    }

    private List<String> keys(String destination) {
        List<String> keys = new ArrayList<>();
        entries.forEach(
                (key, entry) -> {
                    Delivery stands = entry.stands();
                    if (stands != null && stands.destination().equals(destination)) {
                        keys.add(key);
                    }
                });
        return keys;
    }

    private boolean sweep(String key, List<Outlet.Copy> copies, boolean doubted)
            throws Undelivered {
        Entry entry = entries.getOrDefault(key, Entry.EMPTY);
        Delivery stands = entry.delivery();
        Sweep sweep = Sweep.of(stands, copies);
        Outlet.Copy keep = sweep.keep();
        Entry after = keep == null ? entry : kept(entry, keep, doubted);
        entries.put(key, after);
        for (String surplus : sweep.surplus()) {
            delete(entry, stands.destination(), surplus);
        }
        return !after.equals(entry);
    }

    private Entry kept(Entry entry, Outlet.Copy keep, boolean doubted) {
        if (!keep.posted().equals(entry.delivery().posted())) {
            return courier.adopted(entry, keep);
        }
        boolean differs = doubted && !keep.version().equals(entry.delivery().version());
        return differs ? entry.reading(keep.version()) : entry;
    }

    private void delete(Entry entry, String destination, String surplus) throws Undelivered {
        try {
            courier.outlet(destination).delete(destination, surplus);
            courier.count(entry, "deleted");
        } catch (Undelivered e) {
            if (e.kind() != Undelivered.Kind.REFUSED) {
                throw e;
            }
            courier.count(entry, "undeletable");
            LOG.atWarn()
                    .addKeyValue("destination", destination)
                    .addKeyValue("reason", e.reason())
                    .log("second copy of a message not deleted");
        }
    }

    /** Of what was resolved long ago only where it stands is kept in memory. */
    private void letGo(String key, Instant before) {
        Entry entry = entries.getOrDefault(key, Entry.EMPTY);
        Message message = entry.wanted();
        if (message != null && !message.standing() && entry.delivery().at().isBefore(before)) {
            Outlet outlet = courier.outlet(message.destination());
            if (entry.next(outlet::knows) == Step.NOTHING) {
                entries.put(key, entry.wanting(null));
            }
        }
    }
}
