package dev.followthrough.ingest;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;

import java.util.List;
import java.util.Optional;

/**
 * What a mapper made of one object of a source. Mappers are pure and never throw on bad input: what
 * cannot be read is a value too.
 */
public sealed interface Mapped {
    /**
     * What was said first in one object, whose address is that of the whole: a message before the
     * reactions to it, a mail before those inside it.
     */
    static Optional<Signal> first(List<Mapped> object) {
        return object.stream()
                .filter(Said.class::isInstance)
                .findFirst()
                .map(one -> ((Said) one).signal());
    }

    /** Something said. */
    record Said(Signal signal) implements Mapped {}

    /** Something known of accounts, deals, people or channels. */
    record Known(DirectoryEntry entry) implements Mapped {}

    /**
     * Something known that its source deleted.
     *
     * @param entity key of the entry, as {@link DirectoryEntry#entity}
     */
    record Gone(String entity) implements Mapped {}

    /**
     * Something that should have been one of these, but cannot be read: a dead letter.
     *
     * @param reason short, stable, for a metric's label: {@code invalid-slack-message}
     * @param detail one line for a person: thing, rule, value
     */
    record Rejected(String reason, String detail) implements Mapped {
        private static final int MAX_DETAIL = 300;

        public Rejected {
            String line = detail.replace('\n', ' ').replace('\r', ' ');
            detail = line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) + "…" : line;
        }
    }

    /**
     * Well formed, but nothing that we read: a bot's message, somebody joining.
     *
     * @param reason short, stable, for a metric's label
     */
    record Ignored(String reason) implements Mapped {}
}
