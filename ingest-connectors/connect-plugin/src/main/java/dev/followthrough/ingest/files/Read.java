package dev.followthrough.ingest.files;

import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;

/**
 * One thing read from a file: a signal, a directory entry, a dead letter, or a reason why there is
 * none.
 */
public sealed interface Read {
    /** The file, absolute; an entry of an archive stands behind {@code !/}. */
    String file();

    /** From where reading goes on behind it. */
    Offset offset();

    /**
     * Something said.
     *
     * @param first what was said first in the same object: a mail before those inside it
     */
    record Said(String file, Offset offset, Signal signal, Signal first) implements Read {}

    /** Something known of accounts, deals, people or channels. */
    record Known(String file, Offset offset, DirectoryEntry entry) implements Read {}

    /** Something that could not be read. */
    record Dead(String file, Offset offset, DeadLetter letter) implements Read {}

    /**
     * A file or item left out on purpose.
     *
     * @param reason for a person, without a file name: {@code no known format}, {@code bot}
     * @param whole whether the whole file was left out
     */
    record Skipped(String file, Offset offset, String reason, boolean whole) implements Read {}
}
