package dev.followthrough.ingest.files;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of several tasks reads a file: the one whose path is the deepest above it, so that paths
 * inside each other are read once.
 */
final class Owners {
    private final List<String> all;
    private final Set<String> ours;

    Owners(List<Path> all, List<Path> ours) {
        this.all = names(all);
        this.ours = new HashSet<>(names(ours));
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList();
    }

    boolean isOurs(String file) {
        String deepest = "";
        for (String path : all) {
            deepest = path.length() > deepest.length() && holds(path, file) ? path : deepest;
        }
        return ours.contains(deepest);
    }

    private static boolean holds(String path, String file) {
        return file.equals(path)
                || file.startsWith(path.endsWith("/") ? path : path + "/")
                || file.startsWith(path + "!/");
    }
}
