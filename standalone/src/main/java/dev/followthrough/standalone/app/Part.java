package dev.followthrough.standalone.app;

import dev.followthrough.alerting.app.AlertingService;
import dev.followthrough.commitments.app.CommitmentStoreService;
import dev.followthrough.extract.app.ExtractorService;
import dev.followthrough.ingest.receiver.ReceiverService;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The services, in the order of the flow; {@code serve} starts one, {@code up} all. */
public enum Part {
    RECEIVER(ReceiverService::settings, ReceiverService::start),
    EXTRACTOR(ExtractorService::settings, ExtractorService::start),
    STORE(CommitmentStoreService::settings, CommitmentStoreService::start),
    ALERTING(AlertingService::settings, AlertingService::start);

    @SuppressWarnings("ImmutableEnumChecker") // Method references without state.
    private final Supplier<ConfigDef> settings;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<ServiceConfig, Host, AutoCloseable> start;

    Part(Supplier<ConfigDef> settings, BiFunction<ServiceConfig, Host, AutoCloseable> start) {
        this.settings = settings;
        this.start = start;
    }

    /** Its own settings, beside the common ones. */
    public ConfigDef settings() {
        return settings.get();
    }

    /** Starts it in a process. */
    public AutoCloseable start(ServiceConfig config, Host host) {
        return start.apply(config, host);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
