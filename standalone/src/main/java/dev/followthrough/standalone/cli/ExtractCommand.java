package dev.followthrough.standalone.cli;

import dev.followthrough.extract.Setup;
import dev.followthrough.extract.app.ExtractLines;
import dev.followthrough.standalone.app.Offline;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;

/** {@code extract}: the extractor on JSON Lines. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description =
                "Reads messages as JSON Lines from stdin and writes what is found in each as JSON Lines to stdout, in order.",
        footer = {
            "",
            "In:   {\"id\",\"text\",\"said_at\"?,\"zone\"?,\"author\"?:{\"name\",\"email\"},\"audience\"?:[…],\"previous\"?:[{\"author\",\"text\"}],",
            "       \"fiscal_year_start_month\"?}",
            "Out:  {\"id\",\"candidates\":[{\"type\",\"quote\",\"start\",\"end\",\"confidence\",\"rule\",…}],\"times\":[{\"text\",\"start\",\"end\",\"at\",…}]}",
            "A line that cannot be read is answered by {\"id\":null,\"error\":…,\"line\":n}; the exit code is then 1.",
            "",
            "Example:",
            "  echo '{\"id\":\"1\",\"text\":\"I will send the redlines by Friday.\",\"said_at\":\"2026-03-11T09:00:00Z\"}' | followthrough extract"
        })
final class ExtractCommand implements Callable<Integer> {
    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Logs.quiet();
        PrintWriter out = Main.out(spec);
        Setup setup = Offline.setup(options.settings());
        long bad = new ExtractLines(setup).answer(System.in, out, Instant.now());
        out.flush();
        if (bad > 0) {
            Main.err(spec)
                    .println(
                            "followthrough: "
                                    + bad
                                    + " lines could not be read; each is answered by an error line");
            return ExitCode.SOME_INPUT_BAD;
        }
        return ExitCode.OK;
    }
}
