package dev.followthrough.standalone.cli;

import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.app.Offline;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** How {@code scan}, {@code extract} and {@code explain} are told what to read by. */
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of the services, as for serve.")
    private @Nullable Path config;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of your own rules and words (extract.rules.dir).")
    private @Nullable Path rules;

    ServiceConfig settings() {
        return Offline.load(config, System.getenv(), rules);
    }
}
