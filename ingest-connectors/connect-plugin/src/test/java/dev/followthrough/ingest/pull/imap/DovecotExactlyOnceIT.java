package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.worker.ExactlyOnceContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Ten folders on a Dovecot whose connections break now and then; news come by IDLE. */
@EnabledIfSystemProperty(named = "followthrough.dovecot", matches = "true")
class DovecotExactlyOnceIT extends ExactlyOnceContract {
    private static final int FOLDERS = 10;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path mail = Path.of("");

    private @Nullable Dovecot dovecot;
    private @Nullable CuttingProxy proxy;

    @AfterEach
    void close() throws IOException {
        Objects.requireNonNull(proxy).close();
        Objects.requireNonNull(dovecot).close();
    }

    @Override
    protected Map<String, String> connector(Path folder) throws Exception {
        Dovecot started = Dovecot.start(mail);
        dovecot = started;
        for (int i = 0; i < MESSAGES; i++) {
            started.put("Deals" + i % FOLDERS, i);
        }
        started.mailsBelongToMail();
        CuttingProxy cutting = new CuttingProxy(started.port(), 20, 42);
        proxy = cutting;
        return Map.of(
                "connector.class", ImapSourceConnector.class.getName(),
                "host", "127.0.0.1",
                "port", Integer.toString(cutting.port()),
                "security", "none",
                "user", Dovecot.USER,
                "password", Dovecot.PASSWORD,
                "folders", "*",
                "batch.messages", "150",
                "poll.interval.ms", "20000");
    }
}
