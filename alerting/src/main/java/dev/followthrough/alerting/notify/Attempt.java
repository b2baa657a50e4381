package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.topic.Keys;

import java.nio.charset.StandardCharsets;

/**
 * Which post of an escalation's message: carried in the post's metadata, so that it is found again.
 * Derived, not drawn: two notifiers that know the same come to the same id, and their posts are
 * recognised as copies of each other.
 *
 * @param of hash of deployment, destination and escalation
 * @param number from 1; one more for each new message, as after a resolved one
 */
record Attempt(String of, int number) {
    static Attempt first(String deployment, String destination, EscalationId escalation) {
        String name = deployment + "~" + Keys.message(destination, escalation);
        return new Attempt(Digest.of(name.getBytes(StandardCharsets.UTF_8), 16), 1);
    }

    /** Reads what {@link #toString} wrote; anything else is an id of its own, number 1. */
    static Attempt parse(String text) {
        int dash = text.lastIndexOf('-');
        return dash > 0 && text.substring(dash + 1).matches("[1-9]\\d{0,8}")
                ? new Attempt(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)))
                : new Attempt(text, 1);
    }

    Attempt next() {
        return new Attempt(of, number + 1);
    }

    @Override
    public String toString() {
        return of + "-" + number;
    }
}
