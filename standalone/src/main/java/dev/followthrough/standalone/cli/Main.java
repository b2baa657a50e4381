package dev.followthrough.standalone.cli;

import dev.followthrough.service.StartException;
import dev.followthrough.service.config.ConfigException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;

/**
 * The {@code followthrough} command. A user's mistake is answered in a line, never by a stack
 * trace.
 */
@Command(
        name = "followthrough",
        mixinStandardHelpOptions = true,
        version = "followthrough 0.1.0",
        description = {
            "Promises made in messages, mails, meetings and CRM notes become visible, owned, tracked and escalated,",
            "each with the exact words it was made in.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  followthrough up                              everything in one process, with a bundled sample deal",
            "  followthrough up exports/ --port 8080         the same for your own files; Ctrl-C stops, up again goes on",
            "  followthrough scan exports/acme               the ledger of these files, now",
            "  followthrough scan exports/acme --format json --as-of 2026-03-11T09:00:00-07:00",
            "  followthrough extract < messages.jsonl        what is found in each message, a line each",
            "  followthrough explain \"I'll try to send it by Friday\"  why a text reads as it does",
            "  followthrough connect check slack.json        whether a connector could run with this configuration",
            "",
            "Exit codes:",
            "  0    done",
            "  1    done, but some of the input could not be read (named on stderr)",
            "  2    the command line is wrong",
            "  3    the environment or configuration does not allow it",
            "  70   a fault of followthrough itself",
            "  130  stopped by Ctrl-C or a termination signal"
        },
        subcommands = {
            UpCommand.class,
            ScanCommand.class,
            ExtractCommand.class,
            ExplainCommand.class,
            ServeCommand.class,
            EvalCommand.class,
            TrainCommand.class,
            ConnectCommand.class
        })
public final class Main implements Runnable {
    @picocli.CommandLine.Spec private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(
                run(
                        new PrintWriter(System.out, false, java.nio.charset.StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
                        args));
    }

    /** Runs a command line and gives its exit code; for tests, too. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        int code =
                new CommandLine(new Main())
                        .setOut(out)
                        .setErr(err)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler(Main::wrongUsage)
                        .setExecutionExceptionHandler(Main::failed)
                        .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec(spec).commandLine(),
                "say what to do: up, scan, extract, explain, serve, connect, eval or train");
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        return spec(spec).commandLine().getOut();
    }

    static PrintWriter err(@Nullable CommandSpec spec) {
        return spec(spec).commandLine().getErr();
    }

    /** Picocli sets it before a command is called. */
    static CommandSpec spec(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("a command must be called by picocli");
        }
        return spec;
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("followthrough: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof ConfigException config) {
            config.faults().forEach(fault -> err.println("followthrough: " + fault));
            return ExitCode.ENVIRONMENT;
        }
        if (e instanceof StartException) {
            err.println("followthrough: " + e.getMessage());
            return ExitCode.ENVIRONMENT;
        }
        String log = Logs.keep(e);
        err.println(
                "followthrough: a fault of followthrough itself ("
                        + e.getClass().getSimpleName()
                        + "); please report it with "
                        + log);
        return ExitCode.INTERNAL;
    }
}
