package dev.followthrough.standalone.cli;

import dev.followthrough.standalone.app.Offline;
import dev.followthrough.standalone.scan.Scan;
import dev.followthrough.standalone.scan.ScanJson;
import dev.followthrough.standalone.scan.ScanTable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code scan}: the ledger of files, at once and without Kafka. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description =
                "Prints the ledger of these files as it stood at an instant. Needs no Kafka and changes nothing.",
        footer = {
            "",
            "A PATH is a folder or file in a source's own format: Slack export (folder or zip), mbox, .eml, Maildir,",
            "WebVTT or SRT with a sidecar .json, HubSpot list JSON. A folder with several of them is one workspace.",
            "",
            "Examples:",
            "  followthrough scan exports/acme",
            "  followthrough scan inbox.mbox slack.zip --as-of 2026-03-11T09:00:00-07:00 --format json"
        })
final class ScanCommand implements Callable<Integer> {
    /** What is printed. */
    enum Format {
        table,
        json
    }

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders to read.")
    private List<Path> paths = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Only what was said at or before it counts. Default: now.")
    private @Nullable Instant asOf;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "For people or for programs. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.table;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Paths.check(paths);
        Logs.quiet();
        Scan scan =
                Scan.of(
                        paths,
                        asOf == null ? Instant.now() : asOf,
                        Offline.scan(options.settings()));
        PrintWriter out = Main.out(spec);
        out.println(format == Format.json ? ScanJson.of(scan) : ScanTable.of(scan));
        out.flush();
        return InputReport.print(scan.found(), Main.err(spec));
    }
}
