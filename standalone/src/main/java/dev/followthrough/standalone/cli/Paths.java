package dev.followthrough.standalone.cli;

import dev.followthrough.service.StartException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the command line says of paths. */
final class Paths {
    private Paths() {}

    /**
     * @throws StartException naming the first one that cannot be read
     */
    static void check(List<Path> paths) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new StartException("no such file or folder: " + path);
            }
            if (!Files.isReadable(path)) {
                throw new StartException("not allowed to read: " + path);
            }
        }
    }
}
