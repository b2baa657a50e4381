package dev.followthrough.standalone.eval;

import dev.followthrough.extract.judge.Models;
import dev.followthrough.extract.train.Trainer;
import dev.followthrough.service.StartException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Trains the judge on all labelled text there is. */
public final class Training {
    /** Smaller weights are left out of the file: they change no verdict that matters. */
    private static final double LEAST_WEIGHT = 0.02;

    private Training() {}

    /**
     * Writes the models: the same text, the same bytes.
     *
     * @param training folder of the labelled text, as {@link Corpus} reads it
     * @throws StartException where text is missing or cannot be read
     */
    public static void run(Path training, Path out, Consumer<String> progress) {
        try {
            Corpus corpus = Corpus.of(training);
            progress.accept(
                    "training on "
                            + corpus.talk().size()
                            + " messages and conversations and "
                            + corpus.deals().size()
                            + " deals: some minutes");
            Models models = Trainer.standard().train(corpus.all());
            try (OutputStream file = Files.newOutputStream(out)) {
                models.write(file, LEAST_WEIGHT);
            }
            progress.accept("wrote " + out + ", " + Files.size(out) + " bytes");
        } catch (IOException e) {
            throw new StartException(
                    "cannot train (" + e.getClass().getSimpleName() + "): " + e.getMessage(), e);
        }
    }
}
