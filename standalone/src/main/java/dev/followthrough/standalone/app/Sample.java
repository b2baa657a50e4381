package dev.followthrough.standalone.app;

import dev.followthrough.service.StartException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The bundled sample deal: copied out of the jar, because connectors read files. */
public final class Sample {
    /** The instant at which the sample is told. */
    public static final Instant AS_OF = Instant.parse("2026-03-11T16:00:00Z");

    private Sample() {}

    /** The sample's files below a folder; files that are there already are left as they are. */
    public static Path copyTo(Path folder) {
        try {
            for (String name : names()) {
                copy(name, folder.resolve(name));
            }
            return folder;
        } catch (IOException e) {
            throw new StartException(
                    "the sample deal cannot be written to "
                            + folder
                            + " ("
                            + e.getClass().getSimpleName()
                            + ")",
                    e);
        }
    }

    private static List<String> names() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(resource("files.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static void copy(String name, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = resource(name)) {
            Files.copy(in, target);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Sample.class.getResourceAsStream("/sample/" + name);
        if (in == null) {
            throw new IOException("the jar lacks sample/" + name);
        }
        return in;
    }
}
