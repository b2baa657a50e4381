package dev.followthrough.ingest.pull.slack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is known of a channel's recent messages: which there were and what was published of each, so
 * that reading them again finds what is new, edited or gone. Part of a checkpoint, about 15
 * characters a message. Not for several threads.
 */
final class Window {
    private static final int MISSED = 1;
    private static final int REPLY = 2;
    private static final int FLAG_BITS = 2;

    private final NavigableMap<Long, Entry> entries;
    private long floor;

    /**
     * A message.
     *
     * @param thread the message that it replies to, 0 where to none; as microseconds
     * @param missed whether it was looked for once and not found
     * @param published a hash of each signal published of it
     */
    record Entry(long thread, boolean missed, int[] published) {
        boolean has(int hash) {
            return Arrays.stream(published).anyMatch(each -> each == hash);
        }
    }

    private Window(NavigableMap<Long, Entry> entries, long floor) {
        this.entries = entries;
        this.floor = floor;
    }

    /**
     * Reads what {@link #text} wrote; what is no such text is empty.
     *
     * @param floor messages before it are not remembered; microseconds
     */
    static Window of(String text, long floor) {
        NavigableMap<Long, Entry> entries = new TreeMap<>();
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            long at = 0;
            while (in.hasRemaining()) {
                at += number(in);
                long head = number(in);
                long thread = (head & REPLY) == 0 ? 0 : at - number(in);
                int count = Math.toIntExact(head >>> FLAG_BITS);
                int[] published = new int[Math.min(count, in.remaining())];
                for (int i = 0; i < published.length; i++) {
                    published[i] = in.getInt();
                }
                entries.put(at, new Entry(thread, (head & MISSED) != 0, published));
            }
        } catch (IllegalArgumentException
                | ArithmeticException
                | java.nio.BufferUnderflowException e) {
            entries.clear(); // not written by us: everything is published again, under the same key
        }
        return new Window(entries, floor);
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next = in.get();
        while (next < 0) {
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
            next = in.get();
        }
        return value | (long) next << shift;
    }

    long floor() {
        return floor;
    }

    /** Whether a message of this time is remembered. */
    boolean covers(long at) {
        return at >= floor;
    }

    Entry get(long at) {
        return entries.getOrDefault(at, new Entry(0, false, new int[0]));
    }

    boolean knows(long at) {
        return entries.containsKey(at);
    }

    void put(long at, Entry entry) {
        if (covers(at)) {
            entries.put(at, entry);
        }
    }

    void remove(long at) {
        entries.remove(at);
    }

    /** Messages of a thread (0: of the channel itself) with a time in {@code [from, to)}. */
    List<Long> between(long thread, long from, long to) {
        List<Long> found = new ArrayList<>();
        entries.subMap(from, true, to, false)
                .forEach(
                        (at, entry) -> {
                            if (entry.thread() == thread) {
                                found.add(at);
                            }
                        });
        return found;
    }

    /** Forgets what lies before a time, and more where too many are remembered. */
    void raise(long to, int most) {
        floor = Math.max(floor, to);
        entries.headMap(floor, false).clear();
        while (entries.size() > most) {
            floor = entries.pollFirstEntry().getKey() + 1;
        }
    }

    /** For a checkpoint. */
    String text() {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        long before = 0;
        for (var each : entries.entrySet()) {
            long at = each.getKey();
            Entry entry = each.getValue();
            number(out, at - before);
            before = at;
            int flags = (entry.missed() ? MISSED : 0) | (entry.thread() != 0 ? REPLY : 0);
            number(out, (long) entry.published().length << FLAG_BITS | flags);
            if (entry.thread() != 0) {
                number(out, at - entry.thread());
            }
            for (int hash : entry.published()) {
                out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(hash).array());
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    private static void number(java.io.ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
