package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.app.ExtractLines;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.train.Trainer;
import dev.followthrough.service.StartException;
import dev.followthrough.standalone.scan.Scan;
import dev.followthrough.standalone.scan.ScanSettings;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers by models that never saw what they are asked about: the text is cut into ten folds, by
 * message, conversation and deal, and each fold is answered by a model trained on the others.
 */
final class HeldOut {
    private static final int FOLDS = 10;

    private static final JsonMapper JSON = new JsonMapper();

    private final Corpus corpus;
    private final Supplier<Trainer> trainers;
    private final Consumer<String> progress;
    private final List<Setup> setups = new ArrayList<>();

    private HeldOut(Corpus corpus, Supplier<Trainer> trainers, Consumer<String> progress) {
        this.corpus = corpus;
        this.trainers = trainers;
        this.progress = progress;
    }

    /**
     * On the labelled text of a folder, as {@link Corpus} reads it.
     *
     * @param trainers one a fold
     */
    static HeldOut of(Path training, Supplier<Trainer> trainers, Consumer<String> progress) {
        try {
            return new HeldOut(Corpus.of(training), trainers, progress);
        } catch (IOException e) {
            throw new StartException(
                    "cannot read the text to train on ("
                            + e.getClass().getSimpleName()
                            + "): "
                            + e.getMessage(),
                    e);
        }
    }

    int folds() {
        return FOLDS;
    }

    /** Trains the folds side by side. A model is the same on any machine, whatever its cores. */
    void train() throws IOException {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Setup>> trained = new ArrayList<>();
            for (int fold = 0; fold < folds(); fold++) {
                int without = fold;
                trained.add(workers.submit(() -> train(without)));
            }
            for (Future<Setup> setup : trained) {
                setups.add(setup.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("cannot train: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while training");
        }
    }

    private Setup train(int fold) throws IOException {
        progress.accept("training without fold " + (fold + 1) + " of " + folds());
        Trainer trainer = trainers.get();
        return Setup.standard().with(new Judge(trainer.train(corpus.without(fold, folds()))));
    }

    /** Answers lines as {@code extract} does, each by the model that never saw its group. */
    void answer(Path input, Path output, Instant start) throws IOException {
        List<String> lines = Files.readAllLines(input);
        try (BufferedWriter out = Files.newBufferedWriter(output)) {
            for (int fold = 0; fold < folds(); fold++) {
                StringBuilder own = new StringBuilder();
                for (String line : lines) {
                    String id = JSON.readTree(line).path("id").asText();
                    if (Corpus.foldOf(id, folds()) == fold) {
                        own.append(line).append('\n');
                    }
                }
                new ExtractLines(setups.get(fold))
                        .answer(
                                new ByteArrayInputStream(
                                        own.toString().getBytes(StandardCharsets.UTF_8)),
                                out,
                                start);
            }
        }
    }

    /**
     * A deal as {@code scan} reads it, by the model of its fold, which never saw it.
     *
     * @param number of the deal, in the order of their names
     */
    Scan scan(Path deal, int number) throws IOException {
        ScanSettings settings = new ScanSettings(setups.get(number % FOLDS), LedgerPolicy.STANDARD);
        return Scan.of(List.of(deal), Corpus.asOf(deal), settings);
    }
}
