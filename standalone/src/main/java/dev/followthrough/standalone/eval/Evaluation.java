package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.extract.Setup;
import dev.followthrough.extract.app.ExtractLines;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.service.StartException;

import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every labelled set and every deal, answered in this JVM and scored by the scripts. */
public final class Evaluation {
    /** When a line without a time of its own counts as said: fixed, so that figures repeat. */
    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;
    private final Path scorers;
    private final Path work;
    private final Consumer<String> progress;
    private final Setup setup;
    private final @Nullable HeldOut heldOut;
    private final List<Item> items = new ArrayList<>();

    /**
     * @param data folder of the labelled sets
     * @param scorers folder of the scoring scripts
     * @param work where inputs and answers are kept for a look
     * @param training folder of the text that models are trained on which never see what they
     *     answer, eight minutes; absent: the shipped model answers, which saw it
     * @param without features that those models do without; {@link Ablation#MODEL} answers by rules
     *     alone, whatever there is to train on
     * @throws StartException where the text to train on cannot be read
     */
    public Evaluation(
            Path data,
            Path scorers,
            Path work,
            @Nullable Path training,
            Ablation without,
            Consumer<String> progress) {
        this.setup =
                without == Ablation.MODEL
                        ? Setup.standard().with(Judge.rulesOnly())
                        : Setup.standard();
        this.heldOut =
                training == null || without == Ablation.MODEL
                        ? null
                        : HeldOut.of(training, without::trainer, progress);
        this.data = data;
        this.scorers = scorers;
        this.work = work;
        this.progress = progress;
    }

    /**
     * The report, in Markdown.
     *
     * @throws StartException where data, scorers or Python are not there
     */
    public String report() {
        try {
            // All of them are looked for before the first takes its time.
            Suite.ALL.forEach(suite -> new Scorer(scorers, suite.scorer()));
            StringBuilder report = new StringBuilder();
            if (heldOut != null) {
                heldOut.train();
            }
            for (Suite suite : Suite.ALL) {
                progress.accept("scoring: " + suite.title());
                section(report, suite.title(), note(suite), score(suite));
            }
            Path clauses = data.resolve(Clauses.FILE);
            if (Files.exists(clauses)) {
                progress.accept("scoring: " + Clauses.TITLE);
                String figures = Clauses.score(clauses, work, START);
                section(report, Clauses.TITLE, Clauses.NOTE, figures);
            }
            progress.accept("scoring: whole deals");
            section(report, "Whole deals, as their ledgers", note(true, ""), deals());
            return report.toString();
        } catch (IOException e) {
            throw new StartException(
                    "cannot evaluate (" + e.getClass().getSimpleName() + "): " + e.getMessage(), e);
        }
    }

    /** What {@link #report} found, item by item; empty before it. */
    List<Item> items() {
        return List.copyOf(items);
    }

    /** Which rules and model the figures belong to. */
    public String version() {
        return setup.version();
    }

    private String score(Suite suite) throws IOException {
        List<Path> rows = new ArrayList<>();
        for (Path labelled : suite.rows(data)) {
            rows.add(suite.needs().isEmpty() ? labelled : complete(labelled, suite.needs()));
        }
        if (rows.isEmpty()) {
            throw new StartException("no labelled files for: " + suite.title());
        }
        Scorer scorer = new Scorer(scorers, suite.scorer());
        String name =
                suite.title().replaceAll("[^A-Za-z]+", "-").toLowerCase(java.util.Locale.ROOT);
        Path input = work.resolve(name + ".in.jsonl");
        Path output = work.resolve(name + ".out.jsonl");
        List<String> make = new ArrayList<>(List.of("--make"));
        rows.forEach(row -> make.add(row.toString()));
        scorer.run(input, make);
        answer(suite, input, output);
        List<String> arguments = new ArrayList<>(rows.stream().map(Path::toString).toList());
        if (!suite.outputOption().isEmpty()) {
            arguments.add(suite.outputOption());
        }
        arguments.add(output.toString());
        arguments.addAll(suite.further());
        Path figures = work.resolve(name + ".txt");
        scorer.run(figures, arguments);
        if (!suite.isTalk()) {
            return Files.readString(figures);
        }
        Confidence talk = Talk.of(rows, output);
        items.addAll(talk.items());
        return Intervals.added(Files.readString(figures)) + "\n\n" + talk.text();
    }

    private void answer(Suite suite, Path input, Path output) throws IOException {
        if (heldOut != null && suite.trainedOn()) {
            heldOut.answer(input, output, START);
            return;
        }
        try (InputStream in = Files.newInputStream(input);
                BufferedWriter out = Files.newBufferedWriter(output)) {
            new ExtractLines(setup).answer(in, out, START);
        }
    }

    private String note(Suite suite) {
        return note(suite.trainedOn(), suite.note());
    }

    private String note(boolean trainedOn, String note) {
        if (!trainedOn || setup.judge().digest().equals(Judge.rulesOnly().digest())) {
            return note;
        }
        return heldOut == null
                ? "By the shipped model, which was trained on this text: an upper bound, no estimate."
                : "By models that never saw the message, conversation or deal they answer ("
                        + heldOut.folds()
                        + " folds).";
    }

    /** The rows that have this member. */
    private Path complete(Path rows, String member) throws IOException {
        Path complete = work.resolve("complete-" + rows.getFileName());
        List<String> kept = new ArrayList<>();
        for (String row : Files.readAllLines(rows)) {
            if (JSON.readTree(row).hasNonNull(member)) {
                kept.add(row);
            }
        }
        return Files.write(complete, kept);
    }

    private String deals() throws IOException {
        Path deals = data.resolve("deals");
        Path ledgers = work.resolve("ledgers");
        Confidence confidence = DealLedgers.write(deals, ledgers, setup, heldOut);
        items.addAll(confidence.items());
        Path figures = work.resolve("deals.txt");
        new Scorer(scorers, "score_deals.py")
                .run(figures, List.of(deals.toString(), ledgers.toString()));
        return Intervals.added(Files.readString(figures)) + "\n\n" + confidence.text();
    }

    private static void section(StringBuilder report, String title, String note, String figures) {
        report.append("## ").append(title).append("\n\n").append(note).append("\n\n```\n");
        report.append(figures.lines().map(String::stripTrailing).collect(Collectors.joining("\n")));
        report.append("\n```\n\n");
    }
}
