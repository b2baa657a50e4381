package dev.followthrough.ingest.files;

import dev.followthrough.ingest.connect.Records;
import dev.followthrough.ingest.connect.Version;
import dev.followthrough.ingest.pull.Meter;
import dev.followthrough.ingest.pull.PluginBoard;

import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands the worker what its files hold, in batches that end between two messages. Between two looks
 * at the folders it waits, and wakes at once when it is stopped.
 */
public final class FileSourceTask extends SourceTask {
    /** A worker stops a task only between two polls. */
    private static final long MAX_WAIT_MS = 200;

    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Following following;
    private @Nullable SourceRecords records;
    private @Nullable FileCounts counts;
    private @Nullable Meter meter;
    private @Nullable FileSourceConfig config;

    /** For the worker. */
    public FileSourceTask() {
        this(Clock.systemUTC());
    }

    FileSourceTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return Version.CURRENT;
    }

    @Override
    public void start(Map<String, String> props) {
        FileSourceConfig settings = new FileSourceConfig(props);
        config = settings;
        records =
                new SourceRecords(
                        new Records(settings.deployment(), settings.maxRecordBytes(), clock),
                        settings.permalinks());
        Meter numbers = PluginBoard.meter(context, props);
        meter = numbers;
        counts = new FileCounts(numbers);
        following =
                new Following(settings, clock, new StoredOffsets(context.offsetStorageReader()));
    }

    @Override
    public synchronized @Nullable List<SourceRecord> poll() throws InterruptedException {
        Following files = following;
        SourceRecords to = records;
        FileSourceConfig settings = config;
        FileCounts all = counts;
        if (files == null || to == null || settings == null || all == null) {
            return null;
        }
        List<SourceRecord> batch = batch(files, to, all, settings.batch());
        if (batch.isEmpty()) {
            stopped.await(
                    Math.min(MAX_WAIT_MS, files.untilNextLook().toMillis()), TimeUnit.MILLISECONDS);
            return null;
        }
        commitBehind(batch.get(batch.size() - 1));
        return batch;
    }

    private List<SourceRecord> batch(Following files, SourceRecords to, FileCounts all, int size) {
        List<SourceRecord> batch = new ArrayList<>();
        while (stopped.getCount() > 0 && (batch.size() < size || !files.atItemEnd())) {
            Read read = files.next();
            if (read == null) {
                return batch;
            }
            all.count(read);
            SourceRecord made = to.of(read);
            if (made != null) {
                batch.add(made);
            }
        }
        return batch;
    }

    /** Where the worker lets connectors draw the line, a transaction ends with the batch. */
    private void commitBehind(SourceRecord last) {
        TransactionContext transactions = context.transactionContext();
        if (transactions != null) {
            transactions.commitTransaction(last);
        }
    }

    /**
     * May be called from another thread than {@link #poll}: a batch under way ends at once, then
     * everything is closed.
     */
    @Override
    public void stop() {
        stopped.countDown();
        close();
    }

    private synchronized void close() {
        if (following != null) {
            following.close();
            following = null;
        }
        if (meter != null) {
            meter.close();
        }
    }
}
