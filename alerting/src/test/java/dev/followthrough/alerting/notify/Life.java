package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.topic.Keys;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One life of a notifier process: reads the topics, works, and may die anywhere. */
final class Life {
    private final World world;
    private final Notifier notifier;
    private final Map<String, Message> given = new HashMap<>();
    private int read;

    Life(World world, Outlet outlet, Pulse pulse) {
        this.world = world;
        Deliveries deliveries =
                delivery -> {
                    pulse.at(Pulse.Point.BEFORE_WRITE);
                    world.log.add(delivery);
                    long offset = world.log.size() - 1L;
                    pulse.at(Pulse.Point.AFTER_WRITE);
                    return offset;
                };
        notifier =
                new Notifier(
                        "test", destination -> outlet, deliveries, () -> world.now, world.metrics);
        notifier.assigned(0);
        poll();
        notifier.caughtUp(0);
    }

    /** Reads what is new in both topics. */
    void poll() {
        world.wanted.forEach(
                (key, message) -> {
                    if (!message.equals(given.put(key, message))) {
                        notifier.wanted(0, key, message);
                    }
                });
        while (read < world.log.size()) {
            Delivery delivery = world.log.get(read);
            String key = Keys.message(delivery.destination(), delivery.escalation()).toString();
            notifier.stands(0, key, delivery, read);
            read++;
        }
    }

    /** Works and reads in turns until nothing is due soon; time passes as needed. */
    void run() {
        Instant until = world.now.plus(World.SOON);
        boolean busy = true;
        while (busy) {
            work();
            int before = read;
            poll();
            Instant next = notifier.next();
            busy = read > before;
            if (next != null && next.isBefore(until)) {
                busy = true;
                world.now = next.isAfter(world.now) ? next : world.now;
            }
        }
    }

    /** Does what is due, without reading anything. */
    void work() {
        notifier.work(Instant.MAX);
    }
}
