package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.connect.Origin;
import dev.followthrough.ingest.connect.Records;

import org.apache.kafka.connect.source.SourceRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page as records, and counted. */
final class PageRecords {
    private final String source;
    private final Records records;
    private final Meter meter;

    PageRecords(String source, Records records, Meter meter) {
        this.source = source;
        this.records = records;
        this.meter = meter;
    }

    static Map<String, String> partition(String feed) {
        return Map.of("feed", feed);
    }

    /** What is left out makes no record: a page may have none. */
    List<SourceRecord> of(Batch batch) {
        meter.read(batch.page().items().size());
        List<Part> parts = parts(batch.page());
        List<SourceRecord> all = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            Checkpoint offset = last ? batch.page().next() : batch.from();
            all.add(record(parts.get(i), batch.feed(), offset));
        }
        return all;
    }

    /** One record to be. */
    private record Part(Item item, Mapped mapped) {}

    private List<Part> parts(Page page) {
        List<Part> parts = new ArrayList<>();
        for (Item item : page.items()) {
            for (Mapped mapped : item.mapped()) {
                if (mapped instanceof Mapped.Ignored ignored) {
                    meter.skipped(ignored.reason());
                } else {
                    parts.add(new Part(item, mapped));
                }
            }
        }
        return parts;
    }

    private SourceRecord record(Part part, String feed, Checkpoint offset) {
        Item item = part.item();
        Origin origin =
                new Origin(
                        source + ":" + feed,
                        item.id(),
                        item.position(),
                        partition(feed),
                        offset.toMap());
        if (part.mapped() instanceof Mapped.Rejected rejected) {
            meter.rejected(rejected.reason());
            return records.rejected(origin, rejected, item.original());
        }
        meter.published(1);
        if (part.mapped() instanceof Mapped.Said said) {
            return records.said(origin, said.signal());
        }
        if (part.mapped() instanceof Mapped.Gone gone) {
            return records.gone(origin, gone.entity());
        }
        return records.known(origin, ((Mapped.Known) part.mapped()).entry());
    }
}
