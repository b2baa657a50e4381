package dev.followthrough.ingest.pull.imap;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One connection to a mailbox that is logged in. It reads only: no flag is changed, nothing is
 * marked as seen. For one thread.
 *
 * <p>Every method throws {@link IOException} where trying again on a new connection may help, and
 * {@link dev.followthrough.ingest.pull.PullException} where a person must act.
 */
interface MailServer extends AutoCloseable {
    /** All folders, in the order of the server. */
    List<FolderName> folders() throws IOException;

    /** Opens a folder for reading; the one opened before is closed. */
    FolderState examine(String folder) throws IOException;

    /** The messages of the open folder with UIDs in this range, both ends included, by UID. */
    List<MailHead> heads(long first, long last) throws IOException;

    /** The bytes of these messages of the open folder by UID; one that is gone is missing. */
    Map<Long, byte[]> bodies(Collection<Long> uids) throws IOException;

    /** At most so many first bytes of a message; missing where it is gone. */
    Map<Long, byte[]> beginning(long uid, int bytes) throws IOException;

    /** Whether {@link #idle} can be used. */
    boolean canIdle();

    /**
     * Waits until the server tells of a change of the open folder, or until {@link #wake} is called
     * by another thread.
     */
    void idle() throws IOException;

    /** Ends {@link #idle}; from any thread. */
    void wake();

    /** Ends the connection, and whatever waits on it; from any thread. */
    @Override
    void close();
}
