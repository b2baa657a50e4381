package dev.followthrough.standalone.cli;

import dev.followthrough.service.StartException;
import dev.followthrough.standalone.eval.Ablation;
import dev.followthrough.standalone.eval.Evaluation;
import dev.followthrough.standalone.eval.ItemFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code eval}: how good it is, on labelled data. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description =
                "Runs the labelled sets through extract and scan, scores the answers and prints the figures.",
        footer = {
            "",
            "Needs python3 for the scorers. A file given to --write keeps what stands below its line",
            "'<!-- by hand -->'.",
            "",
            "Example:",
            "  followthrough eval --data DATA --scorers TOOLS --training extractor-stream/src/main/training \\",
            "    --write docs/QUALITY.md --items docs/quality/held-out.tsv"
        })
final class EvalCommand implements Callable<Integer> {
    private static final String BY_HAND = "<!-- by hand -->";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the labelled sets.")
    private Path data = Path.of(".");

    @Option(
            names = "--scorers",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the scoring scripts.")
    private Path scorers = Path.of(".");

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Markdown file to write instead of printing.")
    private @Nullable Path write;

    @Option(
            names = "--training",
            paramLabel = "DIR",
            description =
                    "Folder of the text to train on. With it, talk and deals are answered by models that never saw"
                            + " them, which takes eight minutes; without, by the shipped one, which did.")
    private @Nullable Path training;

    @Option(
            names = "--without",
            paramLabel = "FEATURES",
            defaultValue = "NOTHING",
            description =
                    "What the models do without: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. All but MODEL, which is"
                            + " rules alone, need --training.")
    private Ablation without = Ablation.NOTHING;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description =
                    "Items of an earlier evaluation: what was gained, lost and moved since is printed, a paragraph"
                            + " a rule; then it is written anew.")
    private @Nullable Path items;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Where inputs and answers are kept. Default: a temporary folder.")
    private @Nullable Path keep;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Paths.check(given());
        if (training == null && without.trains() && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--without says what models are trained without: name the text with --training");
        }
        ItemFile kept = items == null ? null : ItemFile.at(items);
        Logs.quiet();
        PrintWriter err = Main.err(spec);
        Path work =
                keep != null
                        ? Files.createDirectories(keep)
                        : Files.createTempDirectory("followthrough-eval-");
        Evaluation evaluation =
                new Evaluation(data, scorers, work, training, without, err::println);
        String report =
                "# How good it is\n\nPrinted by `followthrough eval`; rules and model `"
                        + evaluation.version()
                        + "`.\n\n"
                        + evaluation.report();
        if (write == null) {
            Main.out(spec).print(report);
        } else {
            write(write, report);
            err.println("written: " + write + "; answers in " + work);
        }
        if (kept != null) {
            err.print(kept.renew(evaluation));
        }
        return ExitCode.OK;
    }

    private List<Path> given() {
        return training == null ? List.of(data, scorers) : List.of(data, scorers, training);
    }

    private static void write(Path file, String report) {
        try {
            String before = Files.exists(file) ? Files.readString(file) : "";
            int hand = before.indexOf(BY_HAND);
            Files.writeString(file, report + (hand < 0 ? BY_HAND + "\n" : before.substring(hand)));
        } catch (IOException e) {
            throw new StartException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
