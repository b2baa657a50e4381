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
            "  followthrough train --talk extractor-stream/src/main/training/talk \\",
            "    --deals extractor-stream/src/main/training/deals \\",
            "    --out extractor-stream/src/main/resources/model/en.model"
        })
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--talk",
            paramLabel = "DIR",
            required = true,
            description = "Folder of labelled messages and conversations (.jsonl).")
    private Path talk = Path.of(".");

    @Option(
            names = "--deals",
            paramLabel = "DIR",
            required = true,
            description = "Folder of deals with gold.json.")
    private Path deals = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The model file to write.")
    private Path out = Path.of("en.model");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Paths.check(List.of(talk, deals));
        Logs.quiet();
        Training.run(talk, deals, out, Main.err(spec)::println);
        return ExitCode.OK;
    }
}
