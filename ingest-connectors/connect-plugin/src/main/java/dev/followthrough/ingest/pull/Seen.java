package dev.followthrough.ingest.pull;

import dev.followthrough.contracts.json.Digest;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What of an overlap was published, so that reading it again publishes only what is new or changed;
 * small enough to be part of a checkpoint (about 13 characters an entry). Not for several threads.
 */
public final class Seen {
    private static final int HASH_BYTES = 5;

    private final int most;
    private final NavigableSet<Entry> entries = new TreeSet<>();

    /**
     * @param most entries kept; beyond it the oldest are forgotten, and would be published again
     *     under the same key
     */
    public Seen(int most) {
        this.most = most;
    }

    private record Entry(long order, long hash) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byOrder = Long.compare(order, other.order);
            return byOrder != 0 ? byOrder : Long.compare(hash, other.hash);
        }
    }

    /** Reads what {@link #text} wrote; what is no such text is empty. */
    public static Seen of(String text, int most) {
        Seen seen = new Seen(most);
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return seen;
        }
        int at = 0;
        long order = 0;
        while (at < bytes.length) {
            long delta = 0;
            int shift = 0;
            while (at < bytes.length && bytes[at] < 0) {
                delta |= (long) (bytes[at++] & 0x7f) << shift;
                shift += 7;
            }
            if (at + HASH_BYTES >= bytes.length) {
                return seen;
            }
            order += delta | (long) bytes[at++] << shift;
            long hash = 0;
            for (int i = 0; i < HASH_BYTES; i++) {
                hash = hash << 8 | bytes[at++] & 0xff;
            }
            seen.entries.add(new Entry(order, hash));
        }
        return seen;
    }

    /**
     * Whether this was not published yet; then it is from now on.
     *
     * @param order where it lies in the feed: milliseconds, a number that grows; 0 or more
     * @param content what must change for it to be published again: id and version
     */
    public boolean add(long order, String content) {
        boolean added = entries.add(entry(order, content));
        while (entries.size() > most) {
            entries.pollFirst();
        }
        return added;
    }

    /** Whether it was added, and not forgotten. */
    public boolean has(long order, String content) {
        return entries.contains(entry(order, content));
    }

    private static Entry entry(long order, String content) {
        long hash = Long.parseUnsignedLong(Digest.of(content, 2 * HASH_BYTES), 16);
        return new Entry(Math.max(0, order), hash);
    }

    /** Forgets what lies before an order: it is not read again. */
    public void forgetBefore(long order) {
        entries.headSet(new Entry(order, 0), false).clear();
    }

    public int size() {
        return entries.size();
    }

    /** For a checkpoint. */
    public String text() {
        return text(entries.size());
    }

    /**
     * For a checkpoint that has room for some only.
     *
     * @param newest so many of the newest are written
     */
    public String text(int newest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long before = 0;
        int left = entries.size();
        for (Entry entry : entries) {
            if (left-- > newest) {
                continue;
            }
            long delta = entry.order() - before;
            before = entry.order();
            while (delta > 0x7f) {
                out.write((int) (delta & 0x7f | 0x80));
                delta >>>= 7;
            }
            out.write((int) delta);
            for (int i = HASH_BYTES - 1; i >= 0; i--) {
                out.write((int) (entry.hash() >>> 8 * i));
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }
}
