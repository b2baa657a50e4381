package dev.followthrough.ingest.files;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The objects of a file in their order. What breaks off is told by the last item, never thrown. */
interface Items extends Closeable {
    /** The next item, or null behind the last one. */
    @Nullable Item next();

    @Override
    void close() throws IOException;

    /** Items that are in memory already. */
    static Items of(List<Item> items) {
        Iterator<Item> each = items.iterator();
        return new Items() {
            @Override
            public @Nullable Item next() {
                return each.hasNext() ? each.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
