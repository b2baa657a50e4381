package dev.followthrough.ingest.email;

import dev.followthrough.contracts.model.Signal;

import java.util.List;

/** What became of the bytes of one message. */
public sealed interface MailReading {
    /**
     * The message, and behind it the mails it forwards that exist nowhere else.
     *
     * @param signals never empty; the first is the message itself
     */
    record Read(List<Signal> signals) implements MailReading {
        public Read {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Bytes that are no mail we can place: a dead letter.
     *
     * @param reason short, stable, for a metric's label
     * @param detail one line for a person
     */
    record Rejected(String reason, String detail) implements MailReading {}
}
