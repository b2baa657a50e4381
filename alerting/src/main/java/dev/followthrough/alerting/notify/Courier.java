package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes one step at a time: asks the medium, then writes down what stands. A crash between the two
 * leaves an entry that is looked up.
 */
final class Courier {
    /**
     * A post happens at most this long after its intent, or this much before it by Slack's clock.
     */
    static final Duration AROUND = Duration.ofMinutes(10);

    private final String deployment;
    private final Function<String, Outlet> outlets;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    /**
     * @param deployment tells deployments apart that post to one channel
     * @param outlets the medium of a destination
     */
    Courier(
            String deployment,
            Function<String, Outlet> outlets,
            Deliveries deliveries,
            InstantSource clock,
            MeterRegistry metrics) {
        this.deployment = deployment;
        this.outlets = outlets;
        this.deliveries = deliveries;
        this.clock = clock;
        this.metrics = metrics;
    }

    Outlet outlet(String destination) {
        return outlets.apply(destination);
    }

    Instant now() {
        return clock.instant();
    }

    /** Takes the entry's next step and returns the entry as it is then. */
    Entry carry(Entry entry, Step step) throws Undelivered {
        return switch (step) {
            case NOTHING -> entry;
            case INTEND -> intended(entry);
            case FIND -> found(entry);
            case POST -> posted(entry);
            case UPDATE -> updated(entry);
            case COUNT -> counted(entry);
            case REPLY -> replied(entry);
        };
    }

    /** Writes down that it was refused, once a reason. */
    Entry refused(Entry entry, String reason) {
        Delivery stands = entry.stands();
        if (stands == null || reason.equals(stands.error())) {
            return entry;
        }
        return write(
                entry,
                stands.posted(),
                stands.version(),
                stands.logged(),
                reason,
                entry.sure() || stands.posted() == null);
    }

    /** What should be changed is gone: something still open is posted anew, the rest is let go. */
    Entry gone(Entry entry) {
        Message message = entry.message();
        return message.standing()
                ? intended(entry)
                : write(
                        entry,
                        entry.delivery().posted(),
                        message.version(),
                        message.log().size(),
                        null,
                        true);
    }

    /** Writes down that another copy is the one that stands. */
    Entry adopted(Entry entry, Outlet.Copy copy) {
        count(entry, "found");
        return write(entry, copy.posted(), copy.version(), 0, null, false);
    }

    /** Writes again what was known, over what somebody else wrote who knew less. */
    Entry confirmed(Entry entry) {
        return entry.standing(entry.delivery(), deliveries.write(entry.delivery()), entry.sure());
    }

    void count(Entry entry, String outcome) {
        Message message = entry.wanted();
        String medium = message == null ? "none" : outlet(message.destination()).name();
        metrics.counter("followthrough.deliveries", "outcome", outcome, "medium", medium)
                .increment();
    }

    private Entry intended(Entry entry) {
        Delivery intent = entry.intent(deployment, now());
        return entry.standing(intent, deliveries.write(intent), true);
    }

    private Entry found(Entry entry) throws Undelivered {
        Delivery intent = entry.delivery();
        Set<String> ids = Set.of(intent.attempt());
        Optional<Outlet.Copy> first =
                outlet(intent.destination())
                        .find(
                                intent.destination(),
                                intent.at().minus(AROUND),
                                intent.at().plus(AROUND))
                        .stream()
                        .filter(copy -> ids.contains(copy.attempt()))
                        .min(Comparator.comparing(Outlet.Copy::posted));
        return first.map(copy -> adopted(entry, copy)).orElseGet(entry::assured);
    }

    private Entry posted(Entry entry) throws Undelivered {
        Message message = entry.message();
        String id = outlet(message.destination()).post(message, entry.delivery().attempt());
        count(entry, "posted");
        return write(entry, id, message.version(), 0, null, true);
    }

    private Entry updated(Entry entry) throws Undelivered {
        Message message = entry.message();
        Delivery stands = entry.delivery();
        outlet(message.destination())
                .update(String.valueOf(stands.posted()), message, stands.attempt());
        count(entry, "updated");
        int logged = Math.min(stands.logged(), message.log().size());
        return write(entry, stands.posted(), message.version(), logged, null, entry.sure());
    }

    private Entry counted(Entry entry) throws Undelivered {
        Delivery stands = entry.delivery();
        Set<Integer> lines =
                outlet(stands.destination())
                        .replies(stands.destination(), String.valueOf(stands.posted()));
        int logged = stands.logged();
        while (lines.contains(logged)) {
            logged++;
        }
        return logged == stands.logged()
                ? entry.assured()
                : write(entry, stands.posted(), stands.version(), logged, null, true);
    }

    private Entry replied(Entry entry) throws Undelivered {
        Message message = entry.message();
        Delivery stands = entry.delivery();
        outlet(message.destination())
                .reply(String.valueOf(stands.posted()), message, stands.attempt(), stands.logged());
        count(entry, "replied");
        return write(entry, stands.posted(), stands.version(), stands.logged() + 1, null, true);
    }

    private Entry write(
            Entry entry,
            @Nullable String posted,
            @Nullable String version,
            int logged,
            @Nullable String error,
            boolean sure) {
        Delivery before = entry.delivery();
        Delivery delivery =
                new Delivery(
                        before.destination(),
                        before.escalation(),
                        before.attempt(),
                        posted,
                        version,
                        logged,
                        error,
                        now());
        return entry.standing(delivery, deliveries.write(delivery), sure);
    }
}
