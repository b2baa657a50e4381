import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the Java files below a folder, or formats them: {@code check|apply FOLDER STAMP-FILE}.
 * Formatted by google-java-format in its AOSP style, and at most {@value #MAX_LINES} lines each.
 *
 * <p>The parent POM starts it as a single file on the toolchain's JDK, because a formatter reads
 * the language of the JDK that runs it, and Maven may run on an older one. Files older than the
 * stamp of the last clean check are not read again.
 */
final class CheckSources {

    private static final int MAX_LINES = 400;
    private static final String ADVICE = "not formatted; run: mvn -N validate -Dformat";

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path sources = Path.of(args[1]).normalize();
        Path stamp = Path.of(args[2]);
        if (!Files.isDirectory(sources)) {
            return;
        }
        FileTime started = FileTime.from(Instant.now());
        List<String> faults = new ArrayList<>();
        for (Path file : changedSince(stamp, sources)) {
            check(file, apply, faults);
        }
        if (!faults.isEmpty()) {
            Files.deleteIfExists(stamp);
            faults.forEach(System.err::println);
            System.exit(1);
        }
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, started);
    }

    private static List<Path> changedSince(Path stamp, Path sources) throws IOException {
        FileTime last =
                Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
        List<Path> changed = new ArrayList<>();
        Files.walkFileTree(
                sources,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
                        String name = folder.getFileName().toString();
                        return name.equals("target") || name.startsWith(".") && !name.equals(".")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (file.toString().endsWith(".java")
                                && a.lastModifiedTime().compareTo(last) >= 0) {
                            changed.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        changed.sort(null);
        return changed;
    }

    private static void check(Path file, boolean apply, List<String> faults) throws IOException {
        String source = Files.readString(file);
        long lines = source.lines().count();
        if (lines > MAX_LINES) {
            faults.add(file + ": " + lines + " lines; at most " + MAX_LINES + ": split it");
        }
        try {
            String formatted = format(source);
            if (formatted.equals(source)) {
                return;
            }
            if (apply) {
                Files.writeString(file, formatted);
            } else {
                faults.add(file + ":" + firstDifference(source, formatted) + ": " + ADVICE);
            }
        } catch (FormatterException e) {
            e.diagnostics().forEach(d -> faults.add(file + ":" + d));
        }
    }

    /** Formats until nothing changes: once is not always enough, where long strings are broken. */
    private static String format(String source) throws FormatterException {
        String before = source;
        for (int round = 0; round < 5; round++) {
            String imports = RemoveUnusedImports.removeUnusedImports(before);
            String after =
                    FORMATTER.formatSource(ImportOrderer.reorderImports(imports, Style.AOSP));
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }

    private static int firstDifference(String source, String formatted) {
        List<String> is = source.lines().toList();
        List<String> should = formatted.lines().toList();
        for (int i = 0; i < Math.min(is.size(), should.size()); i++) {
            if (!is.get(i).equals(should.get(i))) {
                return i + 1;
            }
        }
        return Math.min(is.size(), should.size());
    }
}
