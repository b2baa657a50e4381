package dev.followthrough.standalone.cli;

import dev.followthrough.service.Host;
import dev.followthrough.standalone.app.DataFolder;
import dev.followthrough.standalone.app.Embedded;
import dev.followthrough.standalone.app.Sample;
import dev.followthrough.standalone.app.Shutdown;
import dev.followthrough.standalone.app.UpSettings;
import dev.followthrough.standalone.show.Narrator;
import dev.followthrough.standalone.show.Story;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code up}: everything in one process. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts everything in one process: broker, connectors, receiver, extractor, ledger and alerting.",
        footer = {
            "",
            "Without a PATH a bundled sample deal is loaded, with the clock set to 2026-03-11T09:00:00-07:00.",
            "With PATHs their files are read, and new or grown ones while it runs. Ctrl-C stops within 10 s; up again",
            "with the same --data goes on where it was, also after a crash.",
            "",
            "Services are configured by FOLLOWTHROUGH_* variables or --config (docs/configuration.md); alerts go to",
            "Slack once a bot token is given, else to this terminal.",
            "",
            "Examples:",
            "  followthrough up",
            "  followthrough up exports/ inbox.mbox --data /var/lib/followthrough --port 8080",
            "  followthrough up exports/ --as-of 2026-03-11T09:00:00-07:00"
        })
final class UpCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files or folders to read, as for scan. Default: the sample deal.")
    private List<Path> paths = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for everything that is kept. Default: .followthrough/data, for the sample .followthrough/sample.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description =
                    "Port of the API on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Where the clock starts. Default: now.")
    private @Nullable Instant asOf;

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

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Paths.check(paths);
        boolean sample = paths.isEmpty();
        DataFolder folder =
                DataFolder.open(
                        (data != null
                                        ? data
                                        : Path.of(".followthrough", sample ? "sample" : "data"))
                                .toAbsolutePath()
                                .normalize());
        Logs.toFile(folder.log());
        Shutdown shutdown = new Shutdown();
        Shutdown.onBrokerFault(this::say);
        Host host = new Host(clock(sample), (service, cause) -> failed(service, folder, shutdown));
        Embedded embedded =
                new Embedded(
                        new UpSettings(
                                folder,
                                read(sample, folder),
                                port,
                                environment(sample),
                                config,
                                rules),
                        host,
                        this::say);
        Shutdown.closes(
                () -> {
                    embedded.close();
                    folder.close();
                },
                this::say);
        long begun = System.nanoTime();
        embedded.start(settings -> Narrator.start(settings, new Story(this::say)));
        welcome(embedded, folder, Duration.ofNanos(System.nanoTime() - begun));
        return shutdown.await();
    }

    private List<Path> read(boolean sample, DataFolder folder) {
        return sample
                ? List.of(Sample.copyTo(folder.root().resolve("sample-deal")))
                : paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    /** Who looks at the sample for the first time need not wait until its talk has settled. */
    private static Map<String, String> environment(boolean sample) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (sample) {
            environment.putIfAbsent("FOLLOWTHROUGH_ALERTING_SETTLING_MS", "8000");
        }
        return environment;
    }

    private InstantSource clock(boolean sample) {
        Instant start = asOf != null ? asOf : sample ? Sample.AS_OF : null;
        return start == null
                ? InstantSource.system()
                : Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
    }

    private void welcome(Embedded embedded, DataFolder folder, Duration took) {
        String api = "http://127.0.0.1:" + embedded.port();
        say(String.format(Locale.ROOT, "up after %.1f s", took.toMillis() / 1e3));
        say(
                "  API      "
                        + api
                        + "/v1/accounts   "
                        + api
                        + "/v1/escalations   POST "
                        + api
                        + "/v1/actions");
        say("  health   " + api + "/health/ready   metrics " + api + "/metrics");
        say("  data     " + folder.root() + "   log " + folder.log());
        say("  Ctrl-C stops");
    }

    private void failed(String service, DataFolder folder, Shutdown shutdown) {
        say(service + " gave up; see " + folder.log());
        shutdown.end(ExitCode.INTERNAL);
    }

    private void say(String line) {
        PrintWriter out = Main.out(spec);
        out.println(line);
        out.flush();
    }
}
