package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One partition of wanted messages with the same partition of deliveries. Works once both were read
 * to their ends.
 */
final class Assignment {
    static final Duration REFUSED_AGAIN = Duration.ofMinutes(10);
    static final Duration SWEEP_AGAIN = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);
    private static final String SWEEP = "sweep ";

    private final Courier courier;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Sweeper sweeper;
    private final Agenda agenda = new Agenda();
    private final Patience patience = new Patience();
    private boolean caughtUp;

    Assignment(Courier courier) {
        this.courier = courier;
        this.sweeper = new Sweeper(courier, entries);
    }

    void wanted(String key, @Nullable Message message) {
        entries.merge(key, Entry.EMPTY.wanting(message), (old, fresh) -> old.wanting(message));
        agenda.putBy(key, courier.now());
    }

    void stands(String key, @Nullable Delivery delivery, long offset) {
        Entry entry = entries.getOrDefault(key, Entry.EMPTY);
        if (delivery == null || offset <= entry.offset()) {
            return;
        }
        sweeper.posted(delivery.destination(), delivery.at());
        if (caughtUp && entry.stands() != null) {
            entries.put(key, settled(entry, delivery, offset));
            doubt(delivery.destination());
        } else {
            entries.put(key, entry.standing(delivery, offset, false));
        }
        agenda.putBy(key, courier.now());
    }

    /** Both topics were read to where they ended: from now on there is something to compare. */
    void caughtUp() {
        if (!caughtUp) {
            caughtUp = true;
            sweeper.destinations().forEach(this::doubt);
        }
    }

    /** When something is to do next; absent where nothing is. */
    @Nullable Instant next() {
        return caughtUp ? agenda.next() : null;
    }

    /** Does one thing that is due; false where none is. */
    boolean work() {
        String thing = caughtUp ? agenda.take(courier.now()).orElse(null) : null;
        if (thing == null) {
            return false;
        }
        if (thing.startsWith(SWEEP)) {
            sweep(thing, thing.substring(SWEEP.length()));
        } else {
            carry(thing);
        }
        return true;
    }

    /**
     * Another notifier wrote too, one that believed it was alone: the later attempt counts, then
     * the earlier post.
     */
    private Entry settled(Entry entry, Delivery theirs, long offset) {
        Delivery mine = entry.delivery();
        int attempts =
                Integer.compare(
                        Attempt.parse(theirs.attempt()).number(),
                        Attempt.parse(mine.attempt()).number());
        boolean earlier =
                theirs.posted() != null
                        && (mine.posted() == null || theirs.posted().compareTo(mine.posted()) <= 0);
        return attempts > 0 || (attempts == 0 && earlier)
                ? entry.standing(theirs, offset, false)
                : courier.confirmed(entry).doubted();
    }

    private void carry(String key) {
        Entry entry = entries.getOrDefault(key, Entry.EMPTY);
        Message message = entry.wanted();
        if (message == null) {
            return;
        }
        Outlet outlet = courier.outlet(message.destination());
        Step step = entry.next(outlet::knows);
        if (step == Step.NOTHING) {
            return;
        }
        Instant from = patience.from(message.destination(), courier.now());
        if (from.isAfter(courier.now())) {
            agenda.put(key, from);
        } else {
            carry(key, entry, step, outlet);
        }
    }

    private void carry(String key, Entry entry, Step step, Outlet outlet) {
        String destination = entry.message().destination();
        try {
            entries.put(key, courier.carry(entry, step));
            succeeded(destination, step, outlet);
            sweepLater(destination);
            agenda.put(key, courier.now());
        } catch (Undelivered e) {
            failed(key, entry, step, e);
        }
    }

    /** A look-up that works says nothing about whether posts do. */
    private void succeeded(String destination, Step step, Outlet outlet) {
        switch (step) {
            case POST, REPLY -> patience.succeeded(destination, courier.now().plus(outlet.gap()));
            case UPDATE -> patience.succeeded(destination, courier.now());
            case NOTHING, INTEND, FIND, COUNT -> {}
        }
    }

    private void failed(String key, Entry entry, Step step, Undelivered failure) {
        String destination = entry.message().destination();
        String outcome = failure.kind().name().toLowerCase(Locale.ROOT);
        courier.count(entry, outcome);
        LOG.atWarn()
                .addKeyValue("destination", destination)
                .addKeyValue("step", step)
                .addKeyValue("outcome", outcome)
                .addKeyValue("reason", failure.reason())
                .log("message not delivered");
        switch (failure.kind()) {
            case LATER, UNANSWERED -> {
                boolean unsure = failure.kind() == Undelivered.Kind.UNANSWERED;
                entries.put(key, unsure ? entry.doubted() : entry);
                patience.failed(destination, failure.retryAfter(), courier.now());
                agenda.put(key, patience.from(destination, courier.now()));
            }
            case REFUSED -> refused(key, entry, step, failure);
            case GONE -> {
                entries.put(key, courier.gone(entry));
                doubt(destination);
                agenda.put(key, courier.now());
            }
        }
    }

    /** A look-up that is not allowed must not keep an alert back: better twice than never. */
    private void refused(String key, Entry entry, Step step, Undelivered failure) {
        if (step == Step.FIND || step == Step.COUNT) {
            entries.put(key, entry.assured());
            agenda.put(key, courier.now());
        } else {
            entries.put(key, courier.refused(entry, failure.reason()));
            agenda.put(key, courier.now().plus(REFUSED_AGAIN));
        }
    }

    private void doubt(String destination) {
        sweeper.doubt(destination);
        agenda.put(SWEEP + destination, courier.now());
    }

    private void sweepLater(String destination) {
        agenda.putBy(SWEEP + destination, courier.now().plus(SWEEP_AGAIN));
    }

    private void sweep(String thing, String destination) {
        Instant from = patience.from(destination, courier.now());
        if (from.isAfter(courier.now())) {
            agenda.put(thing, from);
            return;
        }
        try {
            sweeper.sweep(destination).forEach(key -> agenda.put(key, courier.now()));
        } catch (Undelivered e) {
            LOG.atWarn()
                    .addKeyValue("destination", destination)
                    .addKeyValue("reason", e.reason())
                    .log("copies of messages not looked for");
            if (e.kind() != Undelivered.Kind.REFUSED) {
                patience.failed(destination, e.retryAfter(), courier.now());
            }
        }
        sweepLater(destination);
    }
}
