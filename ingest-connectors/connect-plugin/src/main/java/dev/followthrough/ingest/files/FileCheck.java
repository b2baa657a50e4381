package dev.followthrough.ingest.files;

import dev.followthrough.ingest.pull.Finding;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a person is told of paths before they are followed. */
final class FileCheck {
    /** Of the first file that holds something said. */
    private static final int MOST = 100;

    private FileCheck() {}

    static List<Finding> of(List<Path> paths, InstantSource clock) {
        List<Finding> findings = new ArrayList<>();
        try (Workspace workspace = Workspace.open(paths, clock)) {
            int files = workspace.documents().size();
            findings.add(
                    files == 0
                            ? Finding.unknown("no file of a known format lies there yet")
                            : Finding.fine("files of known formats: " + files));
            Map<String, Integer> leftOut = new TreeMap<>();
            workspace.skipped().values().forEach(why -> leftOut.merge(why, 1, Integer::sum));
            leftOut.forEach(
                    (why, count) ->
                            findings.add(Finding.unknown("files left out, " + why + ": " + count)));
            page(workspace.documents(), findings);
        } catch (IOException e) {
            findings.add(
                    Finding.wrong(
                            FileSourceConfig.PATHS,
                            "cannot be read: " + e.getClass().getSimpleName()));
        }
        return findings;
    }

    private static void page(List<Document> documents, List<Finding> findings) throws IOException {
        for (Document document : documents) {
            Map<String, Integer> counts = new TreeMap<>();
            try (Document.Cursor cursor = document.open(Offset.START)) {
                Read read = cursor.next();
                for (int i = 0; i < MOST && read != null; i++) {
                    counts.merge(kind(read), 1, Integer::sum);
                    read = cursor.next();
                }
            }
            if (counts.containsKey("signals")) {
                List<String> words = new ArrayList<>();
                counts.forEach((kind, count) -> words.add(count + " " + kind));
                findings.add(
                        Finding.fine(
                                "one page of "
                                        + document.file()
                                        + ": "
                                        + String.join(", ", words)));
                return;
            }
        }
    }

    private static String kind(Read read) {
        if (read instanceof Read.Said) {
            return "signals";
        }
        if (read instanceof Read.Known) {
            return "directory entries";
        }
        return read instanceof Read.Dead ? "not readable" : "left out";
    }
}
