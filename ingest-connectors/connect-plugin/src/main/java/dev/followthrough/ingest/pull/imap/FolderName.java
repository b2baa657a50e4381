package dev.followthrough.ingest.pull.imap;

import java.util.Locale;
import java.util.Set;

/**
 * A folder of a mailbox, as the server lists it.
 *
 * @param name in full, decoded
 * @param uses special uses and other attributes ({@code \Sent}, {@code \Noselect}), lower case
 */
record FolderName(String name, char separator, Set<String> uses) {
    FolderName {
        uses = Set.copyOf(uses);
    }

    boolean has(String use) {
        return uses.contains(use.toLowerCase(Locale.ROOT));
    }

    boolean canBeOpened() {
        return !has("\\Noselect") && !has("\\NonExistent");
    }

    /** The name behind its parents. */
    String last() {
        return name.substring(name.lastIndexOf(separator) + 1);
    }
}
