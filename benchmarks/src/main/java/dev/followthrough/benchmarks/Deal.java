package dev.followthrough.benchmarks;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.files.Read;
import dev.followthrough.ingest.files.Workspace;
import dev.followthrough.standalone.app.Sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundled deal, read from its files: real kinds and lengths of text.
 *
 * @param signals what was said
 * @param directory who and what is known
 */
record Deal(List<Signal> signals, List<DirectoryEntry> directory) {
    Deal {
        signals = List.copyOf(signals);
        directory = List.copyOf(directory);
    }

    static Deal read() {
        List<Signal> signals = new ArrayList<>();
        List<DirectoryEntry> directory = new ArrayList<>();
        try {
            Path folder = Sample.copyTo(Files.createTempDirectory("followthrough-bench-"));
            try (Workspace workspace =
                    Workspace.open(List.of(folder), InstantSource.fixed(Sample.AS_OF))) {
                workspace.read(
                        read -> {
                            switch (read) {
                                case Read.Said said -> signals.add(said.signal());
                                case Read.Known known -> directory.add(known.entry());
                                case Read.Dead dead -> throw new IllegalStateException(dead.file());
                                case Read.Skipped skipped -> {}
                            }
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Deal(signals, directory);
    }
}
