package dev.followthrough.ingest.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the Slack exports among the files of folders. */
final class SlackExports {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.json");
    private static final Set<String> KNOWN =
            Set.of(
                    "users.json",
                    "channels.json",
                    "groups.json",
                    "dms.json",
                    "mpims.json",
                    "integration_logs.json",
                    "canvases.json",
                    "lists.json",
                    "huddle_transcripts.json",
                    "file_conversations.json");

    private SlackExports() {}

    /** The files of each export by its folder, the lists that explain them included. */
    static Map<Path, List<Found>> find(Collection<Found> files) {
        Map<Path, List<Found>> byRoot = new TreeMap<>();
        for (Found found : files) {
            Path root = root(found);
            if (root != null) {
                byRoot.computeIfAbsent(root, folder -> new ArrayList<>()).add(found);
            }
        }
        byRoot.entrySet()
                .removeIf(root -> !SlackExport.isExport(names(root.getKey(), root.getValue())));
        return byRoot;
    }

    /** Of a file that may belong to an export: the export's folder. */
    private static @org.jspecify.annotations.Nullable Path root(Found found) {
        if (KNOWN.contains(found.name())) {
            return found.folder();
        }
        return DAY.matcher(found.name()).matches() ? found.folder().getParent() : null;
    }

    private static List<String> names(Path root, List<Found> files) {
        List<String> names = new ArrayList<>();
        files.forEach(found -> names.add(Entry.of(found, root).name()));
        lists(root).forEach(list -> names.add(list.getFileName().toString()));
        return names;
    }

    /** The lists as they lie on disk: somebody may ask for one day of one channel only. */
    static List<Path> lists(Path root) {
        return List.of("users.json", "channels.json", "groups.json", "mpims.json", "dms.json")
                .stream()
                .map(root::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** The export in a folder. */
    static SlackExport open(Path root, InstantSource clock) {
        List<Entry> entries =
                lists(root).stream()
                        .map(
                                list ->
                                        new Entry(
                                                list.getFileName().toString(),
                                                list.toString(),
                                                "",
                                                () -> Files.newInputStream(list)))
                        .toList();
        return SlackExport.of(entries, clock);
    }
}
