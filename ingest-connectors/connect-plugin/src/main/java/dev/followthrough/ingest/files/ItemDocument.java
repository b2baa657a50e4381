package dev.followthrough.ingest.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A document of objects that are counted: JSON lists, transcripts, single mails.
 *
 * @param unexplained whether something that explains it may still come
 * @param items starts at the first object, each time anew
 */
record ItemDocument(
        String file,
        boolean directory,
        String stamp,
        BooleanSupplier unexplained,
        Source items,
        InstantSource clock)
        implements Document {
    /** Opens the objects. */
    @FunctionalInterface
    interface Source {
        /**
         * @param again whether other objects were read from here before, which these replace
         */
        Items open(boolean again) throws IOException;
    }

    ItemDocument(String file, boolean directory, String stamp, Source items, InstantSource clock) {
        this(file, directory, stamp, () -> false, items, clock);
    }

    @Override
    public boolean isWaiting() {
        return unexplained.getAsBoolean();
    }

    @Override
    public Cursor open(Offset from) {
        return ItemCursor.open(this, from);
    }

    /** The objects; where the file cannot be opened, one item that says so. */
    Items openItems(boolean again) {
        try {
            return items.open(again);
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
