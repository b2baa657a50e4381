package dev.followthrough.ingest.pull.imap;

import jakarta.mail.Flags;

import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A connection by the protocol layer of Angus Mail: commands by UID, so that nothing is kept of a
 * folder's other messages and no numbers shift when some are removed.
 */
final class AngusServer implements MailServer {
    private final IMAPProtocol protocol;
    private final OpenSocket socket;
    private volatile boolean idling;

    AngusServer(IMAPProtocol protocol, OpenSocket socket) {
        this.protocol = protocol;
        this.socket = socket;
    }

    @Override
    public List<FolderName> folders() throws IOException {
        boolean marks =
                protocol.hasCapability("SPECIAL-USE") && protocol.hasCapability("LIST-EXTENDED");
        List<FolderName> folders = new ArrayList<>();
        for (Response response :
                command("LIST \"\" \"*\"" + (marks ? " RETURN (SPECIAL-USE)" : ""))) {
            if (response instanceof IMAPResponse listed && listed.keyEquals("LIST")) {
                folders.add(folder(listed));
            }
        }
        return folders;
    }

    private static FolderName folder(IMAPResponse listed) throws IOException {
        try {
            ListInfo info = new ListInfo(listed);
            Set<String> uses =
                    Arrays.stream(info.attrs)
                            .map(use -> use.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            return new FolderName(info.name, info.separator, uses);
        } catch (ProtocolException e) {
            throw new IOException("the list of folders cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public FolderState examine(String folder) throws IOException {
        try {
            boolean changes = protocol.hasCapability("CONDSTORE");
            MailboxInfo info =
                    changes
                            ? protocol.examine(folder, ResyncData.CONDSTORE)
                            : protocol.examine(folder);
            long next = info.uidnext > 0 ? info.uidnext : highestUid(info.total) + 1;
            return new FolderState(
                    info.uidvalidity, next, info.total, Math.max(0, info.highestmodseq));
        } catch (ProtocolException e) {
            throw ImapFailure.ofFolder(folder, e);
        }
    }

    /** Where the server does not say which UID comes next. */
    private long highestUid(int messages) throws IOException {
        return messages == 0 ? 0 : heads("*").stream().mapToLong(MailHead::uid).max().orElse(0);
    }

    @Override
    public List<MailHead> heads(long first, long last) throws IOException {
        return heads(first + ":" + last).stream()
                .filter(head -> head.uid() >= first && head.uid() <= last)
                .sorted(Comparator.comparingLong(MailHead::uid))
                .toList();
    }

    private List<MailHead> heads(String range) throws IOException {
        List<MailHead> heads = new ArrayList<>();
        for (Response response :
                command("UID FETCH " + range + " (UID RFC822.SIZE INTERNALDATE FLAGS)")) {
            MailHead head = response instanceof FetchResponse fetched ? head(fetched) : null;
            if (head != null) {
                heads.add(head);
            }
        }
        return heads;
    }

    /** Null for what the server tells unasked: new flags of some other message. */
    private static @Nullable MailHead head(FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
        if (uid == null || size == null) {
            return null;
        }
        INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
        FLAGS flags = fetched.getItem(FLAGS.class);
        return new MailHead(
                uid.uid,
                size.size,
                date == null || date.getDate() == null ? null : date.getDate().toInstant(),
                flags != null && flags.contains(Flags.Flag.DRAFT));
    }

    @Override
    public Map<Long, byte[]> bodies(Collection<Long> uids) throws IOException {
        if (uids.isEmpty()) {
            return Map.of();
        }
        String set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return bytes("UID FETCH " + set + " (UID BODY.PEEK[])");
    }

    @Override
    public Map<Long, byte[]> beginning(long uid, int bytes) throws IOException {
        return bytes("UID FETCH " + uid + " (UID BODY.PEEK[]<0." + bytes + ">)");
    }

    private Map<Long, byte[]> bytes(String fetch) throws IOException {
        Map<Long, byte[]> bodies = new HashMap<>();
        for (Response response : command(fetch)) {
            if (response instanceof FetchResponse fetched) {
                UID uid = fetched.getItem(UID.class);
                BODY body = fetched.getItem(BODY.class);
                ByteArray bytes = body == null ? null : body.getByteArray();
                if (uid != null && bytes != null) {
                    int from = bytes.getStart();
                    bodies.put(
                            uid.uid,
                            Arrays.copyOfRange(bytes.getBytes(), from, from + bytes.getCount()));
                }
            }
        }
        return bodies;
    }

    private Response[] command(String command) throws IOException {
        Response[] responses = protocol.command(command, null);
        protocol.notifyResponseHandlers(responses);
        try {
            protocol.handleResult(responses[responses.length - 1]);
        } catch (ProtocolException e) {
            throw ImapFailure.of(e);
        }
        return responses;
    }

    @Override
    public boolean canIdle() {
        return protocol.hasCapability("IDLE");
    }

    @Override
    public void idle() throws IOException {
        try {
            protocol.idleStart();
            idling = true;
            boolean goesOn = true;
            boolean woken = false;
            while (goesOn) {
                Response response = protocol.readIdleResponse();
                if (response == null) {
                    return;
                }
                if (response.isBYE()) {
                    throw new IOException("the server ended the connection while waiting");
                }
                goesOn = protocol.processIdleResponse(response);
                if (goesOn && response.isUnTagged() && !response.isOK() && !woken) {
                    woken = true;
                    wake();
                }
            }
        } catch (ProtocolException e) {
            throw ImapFailure.of(e);
        } finally {
            idling = false;
        }
    }

    @Override
    public void wake() {
        if (idling) {
            protocol.idleAbort();
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
