package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.connect.DeploymentConfig;
import dev.followthrough.ingest.connect.Records;
import dev.followthrough.ingest.connect.Version;

import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Hands the worker the pages of a source. Each page is one batch, and where the worker lets
 * connectors draw the line, one transaction. Only a page's last record carries the checkpoint
 * behind it; those before carry the one before it, so that a worker without transactions repeats a
 * page that it did not finish, and never skips its rest.
 */
public abstract class PullTask extends SourceTask {
    /** A worker stops a task only between two polls. */
    private static final Duration MAX_WAIT = Duration.ofMillis(200);

    private final PullSource source;
    private final Function<Meter, Tools> with;
    private @Nullable FeedReader reader;
    private @Nullable PageRecords records;
    private @Nullable Meter meter;

    protected PullTask(PullSource source) {
        this(source, Tools::task);
    }

    PullTask(PullSource source, Function<Meter, Tools> with) {
        this.source = source;
        this.with = with;
    }

    @Override
    public String version() {
        return Version.CURRENT;
    }

    @Override
    public void start(Map<String, String> props) {
        PullConfig config = new PullConfig(source.config(), props);
        Meter numbers = PluginBoard.meter(context, props);
        meter = numbers;
        Tools tools = with.apply(numbers);
        records =
                new PageRecords(
                        source.name(),
                        new Records(
                                DeploymentConfig.deployment(config),
                                DeploymentConfig.maxRecordBytes(config),
                                tools.clock()),
                        tools.meter());
        reader =
                new FeedReader(
                                source,
                                source.open(props, tools),
                                Share.of(config),
                                this::stored,
                                tools)
                        .start();
    }

    private Checkpoint stored(String feed) {
        return Checkpoint.of(context.offsetStorageReader().offset(PageRecords.partition(feed)));
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        FeedReader from = reader;
        PageRecords to = records;
        Batch batch = from == null ? null : from.take(MAX_WAIT);
        if (batch == null || to == null) {
            return null;
        }
        List<SourceRecord> made = to.of(batch);
        if (made.isEmpty()) {
            return null;
        }
        TransactionContext transactions = context.transactionContext();
        if (transactions != null) {
            transactions.commitTransaction(made.get(made.size() - 1));
        }
        return made;
    }

    /** May be called from another thread than {@link #poll}; ends every wait at once. */
    @Override
    public void stop() {
        if (reader != null) {
            reader.close();
        }
        if (meter != null) {
            meter.close();
        }
    }
}
