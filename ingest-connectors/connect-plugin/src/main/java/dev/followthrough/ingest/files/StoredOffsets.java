package dev.followthrough.ingest.files;

import org.apache.kafka.connect.storage.OffsetStorageReader;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far files were read, as the worker stored it. */
final class StoredOffsets {
    private final OffsetStorageReader reader;

    StoredOffsets(OffsetStorageReader reader) {
        this.reader = reader;
    }

    /** The offsets of these files; one that was never read is at its start. */
    Map<String, Offset> of(Collection<String> files) {
        List<Map<String, String>> partitions =
                files.stream().map(SourceRecords::partition).toList();
        Map<Map<String, String>, Map<String, Object>> stored = reader.offsets(partitions);
        Map<String, Offset> offsets = new HashMap<>();
        for (String file : files) {
            offsets.put(
                    file,
                    Offset.of(stored == null ? null : stored.get(SourceRecords.partition(file))));
        }
        return offsets;
    }
}
