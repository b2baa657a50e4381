package dev.followthrough.ingest.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files under some paths, by absolute path. Hidden files are left out; links are followed,
 * circles are not.
 *
 * @param problems what was left out, with the reason
 * @param unreadable what should have been listed and cannot be, with the reason
 */
record Listing(
        SortedMap<Path, Found> files,
        SortedMap<Path, String> problems,
        SortedMap<Path, String> unreadable) {
    private static final int MAX_DEPTH = 32;

    static Listing of(List<Path> paths) {
        Listing listing = nothing();
        for (Path path : paths) {
            listing.walk(path.toAbsolutePath().normalize());
        }
        return listing;
    }

    static Listing nothing() {
        return new Listing(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Without files that somebody may still be writing. */
    Listing settled(Patience patience) {
        SortedMap<Path, Found> settled = new TreeMap<>(files);
        settled.values().removeIf(found -> !patience.isOver(found.modified()));
        return new Listing(settled, problems, unreadable);
    }

    private void walk(Path root) {
        if (!Files.exists(root)) {
            problems.put(root, "does not exist");
            return;
        }
        try {
            Files.walkFileTree(
                    root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Visitor(root));
        } catch (IOException e) {
            unreadable.put(root, e.getClass().getSimpleName());
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) && !Files.isDirectory(folder.resolve("cur"))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                files.put(file, Found.of(file, attributes));
            } else {
                problems.put(file, reason(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        private static String reason(BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                return "link leads nowhere";
            }
            return attributes.isDirectory()
                    ? "lies more than " + MAX_DEPTH + " folders deep"
                    : "neither a file nor a folder";
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            if (why instanceof FileSystemLoopException) {
                problems.put(file, "link leads in a circle");
            } else {
                unreadable.put(file, why.getClass().getSimpleName());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
            if (why != null) {
                unreadable.put(folder, why.getClass().getSimpleName());
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            Path name = path.getFileName();
            return !path.equals(root) && name != null && name.toString().startsWith(".");
        }
    }
}
