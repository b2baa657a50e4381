package dev.followthrough.extract.app;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.extract.judge.Models;
import dev.followthrough.extract.train.Sample;
import dev.followthrough.extract.train.Trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains the judge anew: {@code TrainJudge OUT.model PATH…}. A PATH is a file of labelled lines or
 * a folder of such {@code .jsonl} files, read in the order of their names. The same files give the
 * same bytes.
 */
final class TrainJudge {
    /** Smaller weights are left out of the file: they change no verdict that matters. */
    private static final double LEAST_WEIGHT = 0.02;

    private static final Instant NO_TIME = Instant.EPOCH;

    private TrainJudge() {}

    public static void main(String[] args) throws IOException {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (args.length < 2) {
            err.println("TrainJudge OUT.model PATH… must name a file to write and what to read");
            return;
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            for (Path file : files(Path.of(args[i]))) {
                samples.addAll(read(file));
            }
        }
        Models models = Trainer.standard().train(samples);
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            models.write(out, LEAST_WEIGHT);
        }
        err.println("trained on " + samples.size() + " samples");
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.list(path)) {
            return found.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    private static List<Sample> read(Path file) throws IOException {
        List<Sample> samples = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    JsonNode json = Json.mapperCopy().readTree(line);
                    samples.addAll(LabelledLine.samples(json, NO_TIME));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            file + ":" + number + ": " + e.getMessage(), e);
                }
            }
        }
        return samples;
    }
}
