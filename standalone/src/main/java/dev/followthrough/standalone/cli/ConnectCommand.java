package dev.followthrough.standalone.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect}: what helps to set up source connectors. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = "Helps to set up the source connectors of Kafka Connect.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Example:", "  followthrough connect check slack.json"},
        subcommands = ConnectCheckCommand.class)
final class ConnectCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Main.spec(spec).commandLine(), "say what to do: check");
    }
}
