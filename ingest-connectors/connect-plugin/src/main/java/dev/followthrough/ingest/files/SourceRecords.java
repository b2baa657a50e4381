package dev.followthrough.ingest.files;

import dev.followthrough.ingest.connect.Origin;
import dev.followthrough.ingest.connect.Records;

import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** What was read from files, as records of a Connect worker. */
final class SourceRecords {
    private final Records records;
    private final Permalinks permalinks;

    SourceRecords(Records records, Permalinks permalinks) {
        this.records = records;
        this.permalinks = permalinks;
    }

    static Map<String, String> partition(String file) {
        return Map.of("file", file);
    }

    /** The record, or null for what is left out. */
    @Nullable SourceRecord of(Read read) {
        if (read instanceof Read.Said said) {
            Map<String, String> position = position(read);
            permalinks.of(said.first()).ifPresent(link -> position.put(Origin.PERMALINK, link));
            return records.said(origin(read, position), said.signal());
        }
        if (read instanceof Read.Known known) {
            return records.known(origin(read, position(read)), known.entry());
        }
        return read instanceof Read.Dead dead
                ? records.dead(origin(read, dead.letter().position()), dead.letter())
                : null;
    }

    private static Map<String, String> position(Read read) {
        Map<String, String> position = new HashMap<>();
        position.put("file", read.file());
        position.put("item", Long.toString(read.offset().next()));
        return position;
    }

    private static Origin origin(Read read, Map<String, String> position) {
        return new Origin(
                "file:" + read.file(),
                position.getOrDefault("item", position.getOrDefault("byte", "0")),
                position,
                partition(read.file()),
                read.offset().toMap());
    }
}
