package dev.followthrough.ingest.receiver.door;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.service.http.Problem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Stores what one source sent, whichever way it came. Thread-safe. */
public final class Intake {
    /** Kafka's default bound of a record, with room for key and headers. */
    private static final int MAX_RECORD = 1_000_000;

    private final String name;
    private final RecordSink sink;
    private final DoorMetrics metrics;

    Intake(String name, RecordSink sink, DoorMetrics metrics) {
        this.name = name;
        this.sink = sink;
        this.metrics = metrics;
    }

    public DoorMetrics metrics() {
        return metrics;
    }

    /**
     * Returns once everything that a delivery holds is stored.
     *
     * @param original what dead letters keep
     * @throws Problem 503 where it could not be stored; the sender may send it again
     */
    public void store(Delivery delivery, byte[] original, Instant now) {
        List<Outgoing> records = new ArrayList<>(delivery.more());
        for (Mapped mapped : delivery.mapped()) {
            switch (mapped) {
                case Mapped.Said said ->
                        records.add(fitting(signal(said.signal(), delivery), original, now));
                case Mapped.Known known ->
                        records.add(fitting(Outgoing.directory(known.entry(), now), original, now));
                case Mapped.Gone gone -> records.add(Outgoing.erased(gone.entity(), now));
                case Mapped.Rejected rejected -> records.add(dead(rejected, original, now));
                case Mapped.Ignored ignored -> metrics.skipped(ignored.reason());
            }
        }
        if (!records.isEmpty()) {
            metrics.produce().record(() -> sink.store(records));
            records.forEach(record -> metrics.published(record.topic().name()));
        }
        for (Mapped mapped : delivery.mapped()) {
            if (mapped instanceof Mapped.Said said) {
                metrics.lag(lag(said.signal(), now));
            }
        }
    }

    private static Outgoing signal(Signal signal, Delivery delivery) {
        return Outgoing.signal(signal, delivery.permalinks().get(signal.id()));
    }

    /** A revision is the time of an edit where it can be one. */
    private static Duration lag(Signal signal, Instant now) {
        long said = signal.saidAt().toEpochMilli();
        long edited = signal.revision();
        long at = edited > said && edited <= now.toEpochMilli() ? edited : said;
        return Duration.ofMillis(Math.max(0, now.toEpochMilli() - at));
    }

    private Outgoing fitting(Outgoing record, byte[] original, Instant now) {
        if (record.size() <= MAX_RECORD) {
            return record;
        }
        String detail =
                "record must have at most "
                        + MAX_RECORD
                        + " bytes, "
                        + record.key()
                        + " had "
                        + record.size();
        return dead(new Mapped.Rejected("record-too-large", detail), original, now);
    }

    /** Sent again it is the same letter: its key is made of what it says and of what it keeps. */
    private Outgoing dead(Mapped.Rejected rejected, byte[] original, Instant now) {
        metrics.rejected(rejected.reason());
        byte[] kept = Arrays.copyOf(original, Math.min(original.length, DeadLetter.MAX_BYTES));
        String digest = Digest.of(original, 16) + Digest.of(rejected.detail(), 8);
        return Outgoing.dead(
                name,
                digest,
                new DeadLetter(
                        rejected.reason(),
                        rejected.detail(),
                        Map.of("endpoint", name),
                        kept.length == 0 ? null : Base64.getEncoder().encodeToString(kept),
                        now));
    }
}
