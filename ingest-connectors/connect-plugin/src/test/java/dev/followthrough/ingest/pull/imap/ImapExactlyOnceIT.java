package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.worker.ExactlyOnceContract;

import org.junit.jupiter.api.AfterEach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Twenty folders of a mailbox whose connections break now and then. */
class ImapExactlyOnceIT extends ExactlyOnceContract {
    private static final int FOLDERS = 20;

    private final GreenMailbox mailbox = new GreenMailbox();
    private final CuttingProxy proxy;

    ImapExactlyOnceIT() throws IOException {
        proxy = new CuttingProxy(mailbox.port(), 20, 42);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        mailbox.close();
    }

    @Override
    protected Map<String, String> connector(Path folder) {
        for (int i = 0; i < FOLDERS; i++) {
            mailbox.create("Deals" + i);
        }
        for (int i = 0; i < MESSAGES; i++) {
            mailbox.append("Deals" + i % FOLDERS, GreenMailbox.mail(i));
        }
        return Map.of(
                "connector.class", ImapSourceConnector.class.getName(),
                "host", "127.0.0.1",
                "port", Integer.toString(proxy.port()),
                "security", "none",
                "user", GreenMailbox.USER,
                "password", GreenMailbox.PASSWORD,
                "folders", "*",
                "idle", "false",
                "batch.messages", "150",
                "poll.interval.ms", "20000");
    }
}
