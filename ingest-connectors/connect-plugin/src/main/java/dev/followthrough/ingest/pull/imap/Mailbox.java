package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Pull;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Tools;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mailbox that is open for reading: one connection on which folders are opened in turn, and one
 * for each folder on which the server tells of new mail. A connection that broke while nobody used
 * it is replaced at once; one that breaks in use makes the mailbox unavailable for a while.
 */
final class Mailbox implements Pull {
    /** How long new mail waits for its reader, at most. */
    private static final Duration ATTENTION = Duration.ofMillis(250);

    private final ImapConfig config;
    private final Tools tools;
    private final Connect connect;
    private final Map<String, FolderFeed> feeds = new HashMap<>();
    private final Map<String, IdleWatch> watches = new ConcurrentHashMap<>();
    private final Set<String> news = ConcurrentHashMap.newKeySet();
    private volatile @Nullable MailServer server;
    private volatile boolean closed;
    private @Nullable String open;

    /** Makes a connection that is logged in. */
    interface Connect {
        /**
         * @param silence how long the server may say nothing
         */
        MailServer with(Duration silence) throws IOException;
    }

    /** What is asked of a connection. */
    interface Ask<T> {
        T of(MailServer server) throws IOException;
    }

    Mailbox(ImapConfig config, Connect connect, Tools tools) {
        this.config = config;
        this.tools = tools;
        this.connect = connect;
    }

    ImapConfig config() {
        return config;
    }

    Tools tools() {
        return tools;
    }

    @Override
    public List<Feed> feeds() {
        List<String> names = ask(server -> new Folders(server.folders()).find(config.folders()));
        feeds.keySet().retainAll(names);
        List<Feed> named = new ArrayList<>();
        for (String name : names) {
            named.add(feeds.computeIfAbsent(name, folder -> new FolderFeed(this, folder)));
        }
        return named;
    }

    /**
     * Asks on the connection there is; where that broke, once more on a new one.
     *
     * @throws PullException.Unavailable where the new one broke too
     */
    <T> T ask(Ask<T> question) {
        boolean mayBeStale = server != null;
        try {
            return question.of(connected());
        } catch (IOException e) {
            disconnect();
            if (!mayBeStale) {
                throw ImapFailure.unavailable(config, e);
            }
        }
        try {
            return question.of(connected());
        } catch (IOException e) {
            disconnect();
            throw ImapFailure.unavailable(config, e);
        }
    }

    private MailServer connected() throws IOException {
        MailServer known = server;
        if (known != null) {
            return known;
        }
        if (closed) {
            throw new IOException("the task is stopped");
        }
        MailServer made = connect.with(config.requestTimeout());
        server = made;
        if (closed) {
            made.close();
        }
        return made;
    }

    /** Whether this folder is the one that is open on the connection. */
    boolean isOpen(String folder) {
        return folder.equals(open);
    }

    /** Opens a folder, or looks again at the one that is open. */
    FolderState examine(MailServer on, String folder) throws IOException {
        open = null;
        FolderState state = on.examine(folder);
        open = folder;
        return state;
    }

    private void disconnect() {
        open = null;
        MailServer known = server;
        server = null;
        if (known != null) {
            known.close();
        }
    }

    /** From now on the server is to tell of new mail in this folder. */
    void watch(String folder) {
        if (config.idle()) {
            watches.computeIfAbsent(
                            folder,
                            name -> new IdleWatch(name, connect, () -> news.add(name)).start())
                    .renew();
        }
    }

    @Override
    public Duration attention() {
        return config.idle() ? ATTENTION : Pull.super.attention();
    }

    @Override
    public Set<String> news() {
        Set<String> told = Set.copyOf(news);
        news.removeAll(told);
        return told;
    }

    @Override
    public void close() {
        closed = true;
        watches.values().forEach(IdleWatch::close);
        disconnect();
    }
}
