package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.email.MailReader;
import dev.followthrough.ingest.pull.Checkpoint;
import dev.followthrough.ingest.pull.Feed;
import dev.followthrough.ingest.pull.Page;
import dev.followthrough.ingest.pull.PullException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A folder of a mailbox. What it keeps between two steps only saves looking again. */
final class FolderFeed implements Feed {
    /** As much as a dead letter holds. */
    private static final int BEGINNING = 256 * 1024;

    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final Mailbox mailbox;
    private final String folder;
    private @Nullable FolderReader reader;

    FolderFeed(Mailbox mailbox, String folder) {
        this.mailbox = mailbox;
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder;
    }

    @Override
    public Page read(Checkpoint from) {
        FolderReader behind = reader(FolderOffset.of(from));
        try {
            return mailbox.ask(server -> step(server, behind));
        } catch (PullException.Gone e) {
            reader = null;
            if (mailbox.config().folders().contains(Folders.EVERY)) {
                throw e;
            }
            throw new PullException.Refused(e.getMessage());
        }
    }

    private FolderReader reader(FolderOffset at) {
        FolderReader known = reader;
        if (known != null && known.offset().equals(at)) {
            return known;
        }
        FolderOffset from =
                at.equals(FolderOffset.START)
                        ? at.from(mailbox.config().startFrom(mailbox.tools().clock().instant()))
                        : at;
        FolderReader made =
                new FolderReader(
                        folder,
                        from,
                        new FolderReader.Limits(
                                mailbox.config().batch(),
                                BATCH_BYTES,
                                MailReader.MAX_BYTES,
                                BEGINNING));
        reader = made;
        return made;
    }

    private Page step(MailServer server, FolderReader from) throws IOException {
        if (!from.hasMore() || !mailbox.isOpen(folder)) {
            from.opened(mailbox.examine(server, folder));
        }
        List<ReadMail> mails = from.next(server);
        boolean more = from.hasMore();
        if (!more) {
            mailbox.watch(folder);
        }
        Duration rest = more ? Duration.ZERO : mailbox.config().pollInterval();
        String permalink = mailbox.config().permalink();
        Page page =
                new Page(
                        mails.stream().map(mail -> MailItems.of(mail, permalink)).toList(),
                        from.offset().toCheckpoint(),
                        rest,
                        !more,
                        null);
        return more ? page.of(progress(from, mails)) : page;
    }

    private static Page.Progress progress(FolderReader from, List<ReadMail> mails) {
        Instant at =
                mails.stream()
                        .map(ReadMail::received)
                        .filter(received -> received != null)
                        .reduce(Instant.EPOCH, (one, next) -> next);
        return new Page.Progress(at, from.share());
    }
}
