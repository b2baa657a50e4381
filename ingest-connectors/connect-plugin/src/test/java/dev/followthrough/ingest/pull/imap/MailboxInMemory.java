package dev.followthrough.ingest.pull.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One folder of a mailbox in memory, whose connection breaks where a test says so. */
final class MailboxInMemory implements MailServer {
    static final Instant RECEIVED = Instant.parse("2026-02-03T09:00:00Z");

    private final TreeMap<Long, MailHead> messages = new TreeMap<>();
    private final Map<Long, byte[]> bytes = new HashMap<>();
    private final Set<Long> broken = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private long uidValidity = 7;
    private long uidNext = 1;
    private int breaksLeft;

    void add(long uid) {
        add(uid, "mail " + uid, false);
    }

    void addDraft(long uid) {
        add(uid, "draft " + uid, true);
    }

    void add(long uid, String text, boolean draft) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        bytes.put(uid, body);
        messages.put(uid, new MailHead(uid, body.length, RECEIVED, draft));
        uidNext = Math.max(uidNext, uid + 1);
    }

    void remove(long uid) {
        messages.remove(uid);
        bytes.remove(uid);
    }

    /** Listed, but the connection breaks whenever it is fetched. */
    void breakAt(long uid) {
        broken.add(uid);
    }

    void breakNext(int times) {
        breaksLeft = times;
    }

    void newGeneration(long validity) {
        uidValidity = validity;
    }

    FolderState state() {
        return new FolderState(uidValidity, uidNext, messages.size(), 0);
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public List<FolderName> folders() {
        return List.of(new FolderName("INBOX", '/', Set.of()));
    }

    @Override
    public FolderState examine(String folder) {
        return state();
    }

    @Override
    public List<MailHead> heads(long first, long last) {
        asked.add(first + ":" + last);
        return List.copyOf(messages.subMap(first, true, last, true).values());
    }

    @Override
    public Map<Long, byte[]> bodies(Collection<Long> uids) throws IOException {
        if (breaksLeft > 0) {
            breaksLeft--;
            throw new IOException("connection reset");
        }
        if (uids.stream().anyMatch(broken::contains)) {
            throw new IOException("connection reset");
        }
        Map<Long, byte[]> found = new HashMap<>();
        uids.stream().filter(bytes::containsKey).forEach(uid -> found.put(uid, bytes.get(uid)));
        return found;
    }

    @Override
    public Map<Long, byte[]> beginning(long uid, int most) {
        byte[] all = bytes.get(uid);
        return all == null ? Map.of() : Map.of(uid, Arrays.copyOf(all, Math.min(most, all.length)));
    }

    @Override
    public boolean canIdle() {
        return false;
    }

    @Override
    public void idle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void wake() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
