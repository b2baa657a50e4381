package dev.followthrough.ingest.files;

import dev.followthrough.ingest.Mapped;

import java.util.List;

/**
 * One object of a file: a message, a CRM object, a turn.
 *
 * @param raw the bytes that identify its content; a dead letter shows them
 * @param mapped what it is to us
 * @param broken whether the file cannot be read from here on; then nothing follows
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared or put into a set
record Item(byte[] raw, List<Mapped> mapped, boolean broken) {
    static Item of(byte[] raw, List<Mapped> mapped) {
        return new Item(raw, mapped, false);
    }

    static Item broken(byte[] raw, String reason, String detail) {
        return new Item(raw, List.of(new Mapped.Rejected(reason, detail)), true);
    }
}
