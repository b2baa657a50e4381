package dev.followthrough.ingest.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files under some paths, by absolute path, and what could not be looked at with the reason.
 * Hidden files are left out; links are followed, circles are not.
 */
record Listing(SortedMap<Path, Found> files, SortedMap<Path, String> problems) {
    private static final int MAX_DEPTH = 32;

    static Listing of(List<Path> paths) {
        SortedMap<Path, Found> files = new TreeMap<>();
        SortedMap<Path, String> problems = new TreeMap<>();
        for (Path path : paths) {
            Path root = path.toAbsolutePath().normalize();
            walk(root, files, problems);
        }
        return new Listing(files, problems);
    }

    /** Without files that somebody may still be writing. */
    Listing settledBefore(Instant instant) {
        SortedMap<Path, Found> settled = new TreeMap<>(files);
        settled.values().removeIf(found -> found.modified().isAfter(instant));
        return new Listing(settled, problems);
    }

    private static void walk(Path root, Map<Path, Found> files, Map<Path, String> problems) {
        if (!Files.exists(root)) {
            problems.put(root, "does not exist");
            return;
        }
        try {
            Files.walkFileTree(
                    root,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    MAX_DEPTH,
                    new Visitor(root, files, problems));
        } catch (IOException e) {
            problems.put(root, "cannot be listed: " + e.getMessage());
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<Path, Found> files;
        private final Map<Path, String> problems;

        Visitor(Path root, Map<Path, Found> files, Map<Path, String> problems) {
            this.root = root;
            this.files = files;
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) && !Files.isDirectory(folder.resolve("cur"))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file)) {
                files.put(
                        file,
                        new Found(
                                file,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            problems.put(file, "cannot be looked at: " + why.getClass().getSimpleName());
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            Path name = path.getFileName();
            return !path.equals(root) && name != null && name.toString().startsWith(".");
        }
    }
}
