package dev.followthrough.standalone.cli;

import dev.followthrough.service.Host;
import dev.followthrough.service.config.ConfigSources;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.standalone.app.Part;
import dev.followthrough.standalone.app.Shutdown;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code serve}: one service against a Kafka cluster. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs one service against a Kafka cluster until it is told to stop.",
        footer = {
            "",
            "The file holds Java properties; FOLLOWTHROUGH_* variables overrule it (docs/configuration.md). One file may",
            "serve all services. Secrets are given by reference: ${env:NAME} or ${file:PATH:key}.",
            "",
            "Example:",
            "  bootstrap.servers=kafka-1:9092,kafka-2:9092",
            "  state.dir=/var/lib/followthrough",
            "  http.host=0.0.0.0",
            "  http.token=${file:/run/secrets/followthrough:token}",
            "",
            "  followthrough serve store --config followthrough.properties"
        })
final class ServeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "receiver|extractor|store|alerting",
            arity = "1",
            description = "Which service.")
    private @Nullable Part part;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "Settings of the service.")
    private @Nullable Path config;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Part service = java.util.Objects.requireNonNull(part, "picocli requires the parameter");
        ServiceConfig settings =
                ServiceConfig.load(
                        service.settings(), ConfigSources.of(config, System.getenv(), Map.of()));
        Logs.service();
        Shutdown shutdown = new Shutdown();
        Host host =
                new Host(InstantSource.system(), (name, cause) -> shutdown.end(ExitCode.INTERNAL));
        HttpServer http = HttpServer.start(settings, host.router());
        AutoCloseable running;
        try {
            running = service.start(settings, host);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
        AutoCloseable all =
                () -> {
                    running.close();
                    http.close();
                };
        Shutdown.closes(all, line -> Main.err(spec).println(line));
        LoggerFactory.getLogger(ServeCommand.class)
                .atInfo()
                .addKeyValue("service", service)
                .addKeyValue("port", http.port())
                .log("serving");
        return shutdown.await();
    }
}
