package dev.followthrough.ingest.files;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Follows files as they appear and grow: looks at the folders at every interval, and reads those
 * whose size or time changed from where it left them. Not for several threads.
 */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final FileSourceConfig config;
    private final InstantSource clock;
    private final StoredOffsets stored;
    private final Owners owners;
    private final Queue<Document> pending = new ArrayDeque<>();
    private final Map<String, String> readStamps = new HashMap<>();
    private final Map<String, Offset> offsets = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Document> waiting = new ArrayList<>();
    private Listing last = Listing.nothing();
    private Instant nextLook = Instant.MIN;
    private @Nullable Workspace workspace;
    private @Nullable Document document;
    private Document.@Nullable Cursor cursor;

    Following(FileSourceConfig config, InstantSource clock, StoredOffsets stored) {
        this.config = config;
        this.clock = clock;
        this.stored = stored;
        this.owners = new Owners(config.paths(), config.taskPaths());
    }

    /** The next thing, or null where there is nothing until the next look. */
    @Nullable Read next() {
        while (true) {
            Document.Cursor open = cursor != null ? cursor : openNext();
            if (open == null) {
                return null;
            }
            Read read = open.next();
            if (read != null) {
                offsets.put(read.file(), read.offset());
                counts.merge(read.getClass().getSimpleName(), 1L, Long::sum);
                return read;
            }
            finish();
        }
    }

    boolean atItemEnd() {
        return cursor == null || cursor.atItemEnd();
    }

    Duration untilNextLook() {
        Duration wait = Duration.between(clock.instant(), nextLook);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Document.@Nullable Cursor openNext() {
        if (pending.isEmpty() && !clock.instant().isBefore(nextLook)) {
            report();
            look();
            nextLook = clock.instant().plus(config.pollInterval());
        }
        Document next = pending.poll();
        while (next != null && next.isWaiting()) {
            waiting.add(next);
            next = pending.poll();
        }
        document = next;
        cursor = next == null ? null : next.open(offsets.getOrDefault(next.file(), Offset.START));
        return cursor;
    }

    private void look() {
        Listing now = Listing.of(config.paths()).settled(new Patience(config.settle(), clock));
        if (now.equals(last)) {
            pending.addAll(waiting);
            waiting.clear();
            return;
        }
        closeWorkspace();
        waiting.clear();
        last = now;
        Workspace found = Workspace.open(now, new Patience(config.patience(), clock), clock);
        workspace = found;
        found.skipped().forEach(this::tell);
        found.documents().stream()
                .filter(each -> owners.isOurs(each.file()))
                .filter(each -> !each.stamp().equals(readStamps.get(each.file())))
                .forEach(pending::add);
        offsets.putAll(
                stored.of(
                        pending.stream()
                                .map(Document::file)
                                .filter(file -> !offsets.containsKey(file))
                                .toList()));
    }

    private void tell(String file, String reason) {
        if (told.add(file + reason)) {
            LOG.info("file left out file={} reason=\"{}\"", file, reason);
        }
    }

    private void finish() {
        if (document != null && cursor != null && cursor.waiting()) {
            waiting.add(document);
        } else if (document != null) {
            readStamps.put(document.file(), document.stamp());
        }
        closeCursor();
        document = null;
    }

    /** One line when everything there was has been read. */
    private void report() {
        if (!counts.isEmpty()) {
            LOG.info(
                    "files read signals={} entries={} dead={} skipped={}",
                    counts.getOrDefault("Said", 0L),
                    counts.getOrDefault("Known", 0L),
                    counts.getOrDefault("Dead", 0L),
                    counts.getOrDefault("Skipped", 0L));
            counts.clear();
        }
    }

    private void closeCursor() {
        try {
            if (cursor != null) {
                cursor.close();
            }
        } catch (IOException e) {
            LOG.debug("file not closed reason=\"{}\"", e.getMessage());
        }
        cursor = null;
    }

    private void closeWorkspace() {
        try {
            if (workspace != null) {
                workspace.close();
            }
        } catch (IOException e) {
            LOG.debug("archive not closed reason=\"{}\"", e.getMessage());
        }
        workspace = null;
    }

    /** Closes what is open; to be called by the thread that reads. */
    void close() {
        closeCursor();
        closeWorkspace();
    }
}
