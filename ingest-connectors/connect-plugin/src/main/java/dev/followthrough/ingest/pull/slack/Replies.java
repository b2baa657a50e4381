package dev.followthrough.ingest.pull.slack;

import java.util.ArrayList;
import java.util.List;

/**
 * A thread whose replies are to be read, as far as it got.
 *
 * @param parent the message that begins it; microseconds
 * @param after replies up to here were read
 * @param all whether replies that are too old to be remembered are new, too: in a backfill
 * @param cursor of the next page; empty where it is asked for by time
 */
record Replies(long parent, long after, boolean all, String cursor) {
    static Replies of(long parent, boolean all) {
        return new Replies(parent, parent, all, "");
    }

    Replies at(long last, String nextCursor) {
        return new Replies(parent, Math.max(after, last), all, nextCursor);
    }

    static String write(List<Replies> queue) {
        List<String> texts = new ArrayList<>();
        for (Replies each : queue) {
            texts.add(
                    each.parent
                            + ":"
                            + each.after
                            + ":"
                            + (each.all ? "all" : "recent")
                            + ":"
                            + each.cursor.replace(" ", ""));
        }
        return String.join(" ", texts);
    }

    /** What is not of our own writing is left out: the next review finds the thread again. */
    static List<Replies> read(String text) {
        List<Replies> queue = new ArrayList<>();
        for (String each : text.split(" ")) {
            String[] parts = each.split(":", 4);
            if (parts.length == 4
                    && parts[0].matches("\\d{1,18}")
                    && parts[1].matches("\\d{1,18}")) {
                queue.add(
                        new Replies(
                                Long.parseLong(parts[0]),
                                Long.parseLong(parts[1]),
                                parts[2].equals("all"),
                                parts[3]));
            }
        }
        return queue;
    }
}
