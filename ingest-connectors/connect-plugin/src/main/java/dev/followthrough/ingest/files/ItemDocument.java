package dev.followthrough.ingest.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;

/**
 * A document of objects that are counted: JSON lists, transcripts, single mails.
 *
 * @param items starts at the first object, each time anew
 */
record ItemDocument(String file, boolean directory, String stamp, Source items, InstantSource clock)
        implements Document {
    /** Opens the objects. */
    @FunctionalInterface
    interface Source {
        Items open() throws IOException;
    }

    @Override
    public Cursor open(Offset from) {
        return ItemCursor.open(this, from);
    }

    /** The objects; where the file cannot be opened, one item that says so. */
    Items openItems() {
        try {
            return items.open();
        } catch (NoSuchFileException e) {
            return Items.of(List.of()); // gone since it was listed
        } catch (IOException e) {
            return Items.of(
                    List.of(
                            Item.broken(
                                    new byte[0],
                                    "unreadable-file",
                                    e.getClass().getSimpleName() + ": " + e.getMessage())));
        }
    }
}
