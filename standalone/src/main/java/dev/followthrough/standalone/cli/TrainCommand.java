package dev.followthrough.standalone.cli;

import dev.followthrough.standalone.eval.Training;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code train}: the judge's weights from labelled text. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains the judge anew; the same text gives the same bytes.",
        footer = {
            "",
            "Example:",
            "  followthrough train --training extractor-stream/src/main/training \\",
            "    --out extractor-stream/src/main/resources/model/en.model"
        })
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--training",
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder with labelled messages and conversations (talk/*.jsonl), more of them that count a third"
                            + " (more/*.jsonl) and deals with gold.json (deals).")
    private Path training = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The model file to write.")
    private Path out = Path.of("en.model");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Paths.check(List.of(training));
        Logs.quiet();
        Training.run(training, out, Main.err(spec)::println);
        return ExitCode.OK;
    }
}
