package dev.followthrough.ingest.pull.imap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Reads one folder from an offset on, by ranges of UIDs: first what a range holds, then the bytes
 * of a few messages. What it keeps does not grow with the folder. When a connection breaks it goes
 * on with the same message on the next one. Not for several threads.
 */
final class FolderReader {
    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);
    private static final long FIRST_SPAN = 500;
    private static final long MOST_HEADS = 16_000;
    private static final int DROPS_BEFORE_ALONE = 2;
    private static final int DROPS_BEFORE_LETTING_GO = 8;

    private final String folder;
    private final Limits limits;
    private final Deque<MailHead> heads = new ArrayDeque<>();
    private FolderOffset offset;
    private long scanned;
    private long upTo = 1;
    private long span = FIRST_SPAN;
    private long widest = MOST_HEADS;
    private int drops;
    private long aloneTo;

    /**
     * What is read at once, and of what.
     *
     * @param messages at most so many at once
     * @param bytes a batch ends when it is larger than this
     * @param message no message above this is parsed
     * @param beginning what is kept of a larger one
     */
    record Limits(int messages, long bytes, int message, int beginning) {}

    FolderReader(String folder, FolderOffset from, Limits limits) {
        this.folder = folder;
        this.offset = from;
        this.limits = limits;
        this.scanned = from.next();
    }

    String folder() {
        return folder;
    }

    FolderOffset offset() {
        return offset;
    }

    /** Whether there is something to read without looking at the folder again. */
    boolean hasMore() {
        return !heads.isEmpty() || scanned < upTo;
    }

    /** How much of the folder is behind the offset, by UIDs: 0…1. */
    double share() {
        return upTo <= 1 ? 1 : Math.min(1, (offset.next() - 1) / (double) (upTo - 1));
    }

    /** Takes note of what the server says of the folder now. */
    void opened(FolderState state) {
        FolderOffset now = offset.in(state.uidValidity());
        if (!now.equals(offset)) {
            if (offset.uidValidity() != 0) {
                LOG.warn(
                        "folder has a new generation and is read again folder={} was={} is={}",
                        folder,
                        offset.uidValidity(),
                        state.uidValidity());
            }
            offset = now;
            scanned = now.next();
            heads.clear();
            drops = 0;
            aloneTo = 0;
        }
        upTo = state.uidNext();
        // As wide as would hold so many if the messages were spread evenly over their UIDs.
        widest = MOST_HEADS * Math.max(1, upTo / Math.max(1, state.messages()));
    }

    /**
     * The next messages, in the order of their UIDs. Empty does not mean that there are no more:
     * see {@link #hasMore()}.
     *
     * @param server with this folder open
     */
    List<ReadMail> next(MailServer server) throws IOException {
        if (heads.isEmpty()) {
            scan(server);
        }
        List<MailHead> batch = batch();
        if (batch.isEmpty()) {
            return List.of();
        }
        try {
            List<ReadMail> read = read(server, batch);
            batch.forEach(head -> heads.poll());
            drops = 0;
            return read;
        } catch (IOException e) {
            drops++;
            // One of them breaks the connection: then each alone, so that the others get through.
            aloneTo = drops == DROPS_BEFORE_ALONE ? batch.get(batch.size() - 1).uid() : aloneTo;
            if (drops < DROPS_BEFORE_LETTING_GO) {
                throw e;
            }
            return List.of(letGo(String.valueOf(e.getMessage())));
        }
    }

    /** Looks for messages in the next range; wider where there are few, narrower where many. */
    private void scan(MailServer server) throws IOException {
        while (heads.isEmpty() && scanned < upTo) {
            long last = Math.min(scanned + span, upTo) - 1;
            List<MailHead> found = server.heads(scanned, last);
            found.stream().filter(this::isWanted).forEach(heads::add);
            scanned = last + 1;
            boolean many = found.size() > FIRST_SPAN * 4;
            span = many ? Math.max(FIRST_SPAN, span / 4) : Math.min(widest, span * 2);
        }
    }

    private boolean isWanted(MailHead head) {
        return !head.draft()
                && (head.received() == null || !head.received().isBefore(offset.since()));
    }

    private List<MailHead> batch() {
        List<MailHead> batch = new ArrayList<>();
        long bytes = 0;
        for (MailHead head : heads) {
            boolean alone = !batch.isEmpty() && batch.get(0).uid() <= aloneTo;
            if (alone || batch.size() == limits.messages() || bytes > limits.bytes()) {
                return batch;
            }
            batch.add(head);
            bytes += Math.min(head.size(), limits.message());
        }
        return batch;
    }

    private List<ReadMail> read(MailServer server, List<MailHead> batch) throws IOException {
        Map<Long, byte[]> bodies =
                server.bodies(
                        batch.stream()
                                .filter(head -> !isTooLarge(head))
                                .map(MailHead::uid)
                                .toList());
        List<ReadMail> read = new ArrayList<>(batch.size());
        FolderOffset at = offset;
        for (MailHead head : batch) {
            FolderOffset behind = at.behind(head.uid());
            ReadMail.Content content = content(server, head, bodies);
            if (content != null) {
                read.add(mail(head, at, behind, content));
                at = behind;
            }
        }
        offset = offset.behind(batch.get(batch.size() - 1).uid());
        return read;
    }

    private ReadMail.@Nullable Content content(
            MailServer server, MailHead head, Map<Long, byte[]> bodies) throws IOException {
        if (isTooLarge(head)) {
            byte[] beginning = server.beginning(head.uid(), limits.beginning()).get(head.uid());
            return beginning == null ? gone(server, head) : new ReadMail.TooLarge(beginning);
        }
        byte[] bytes = bodies.get(head.uid());
        return bytes == null ? gone(server, head) : new ReadMail.Whole(bytes);
    }

    /** Nothing where the message was removed in the meantime; what is there must be handed out. */
    private static ReadMail.@Nullable Content gone(MailServer server, MailHead head)
            throws IOException {
        if (server.heads(head.uid(), head.uid()).isEmpty()) {
            return null;
        }
        throw new IOException("the server lists message " + head.uid() + " and does not send it");
    }

    private ReadMail letGo(String why) {
        MailHead head = heads.remove();
        drops = 0;
        FolderOffset before = offset;
        offset = offset.behind(head.uid());
        return mail(head, before, offset, new ReadMail.NotServed(why));
    }

    private ReadMail mail(
            MailHead head, FolderOffset from, FolderOffset to, ReadMail.Content content) {
        return new ReadMail(folder, head.uid(), head.size(), head.received(), from, to, content);
    }

    private boolean isTooLarge(MailHead head) {
        return head.size() > limits.message();
    }
}
