package dev.followthrough.standalone.show;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Key;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is told of the records that go by: counts of signals while they are read, each commitment
 * when it appears and when it changes, each escalation, each thing that could not be read. A flood
 * is shortened to counts. For one thread; time is given in nanoseconds.
 */
public final class Story {
    private static final long SECOND = 1_000_000_000L;
    private static final int LINES_A_SECOND = 40;
    private static final int DEAD_LETTERS_SHOWN = 10;

    private final Consumer<String> out;
    private final Map<Source, Integer> signals = new EnumMap<>(Source.class);
    private final Map<String, Commitment> commitments = new HashMap<>();

    /** As last told, by the part of the key that a move to another account leaves as it is. */
    private final Map<String, Commitment> told = new HashMap<>();

    private final Map<String, Escalation> escalations = new HashMap<>();
    private int deadLetters;
    private int heldBack;
    private int linesThisSecond;
    private long second;
    private long lastCount;
    private long lastRecord;
    private int countedBefore;
    private boolean unsummed;

    /**
     * @param out takes one line at a time
     */
    public Story(Consumer<String> out) {
        this.out = out;
    }

    void signal(Source source) {
        signals.merge(source, 1, Integer::sum);
        touched();
    }

    /** A commitment as published, or null where it was retracted or moved. */
    void commitment(String key, @Nullable Commitment now) {
        touched();
        if (now == null) {
            commitments.remove(key);
            return;
        }
        commitments.put(key, now);
        Commitment before = told.put(Key.parse(key).rest().get(0), now);
        if (before == null) {
            Lines.appeared(now).forEach(this::line);
        } else {
            Lines.changed(before, now).forEach(this::line);
        }
    }

    void escalation(Escalation now) {
        Escalation before = escalations.put(now.id().value(), now);
        touched();
        Lines.escalation(before, now).ifPresent(this::line);
    }

    void deadLetter(DeadLetter letter) {
        deadLetters++;
        touched();
        if (deadLetters <= DEAD_LETTERS_SHOWN) {
            line("not read: " + letter.position().getOrDefault("file", "") + " " + letter.detail());
        } else if (deadLetters == DEAD_LETTERS_SHOWN + 1) {
            line("not read: more; see /metrics and the dead-letter topics");
        }
    }

    private void touched() {
        unsummed = true;
        lastRecord = 0;
    }

    /**
     * Called when there is nothing to read for a moment, and at least every quarter of a second.
     */
    void pause(long nanos) {
        if (nanos - second > SECOND) {
            second = nanos;
            linesThisSecond = 0;
            releaseHeldBack();
        }
        lastRecord = lastRecord == 0 ? nanos : lastRecord;
        if (total() != countedBefore && nanos - lastCount > 2 * SECOND) {
            lastCount = nanos;
            countedBefore = total();
            out.accept("read " + counts());
        }
        if (unsummed && nanos - lastRecord > 3 * SECOND) {
            unsummed = false;
            out.accept(summary());
        }
    }

    /** Says what is left to say. */
    void end() {
        releaseHeldBack();
        if (unsummed) {
            out.accept(summary());
        }
    }

    private void line(String line) {
        linesThisSecond++;
        if (linesThisSecond <= LINES_A_SECOND) {
            out.accept(line);
        } else {
            heldBack++;
        }
    }

    private void releaseHeldBack() {
        if (heldBack > 0) {
            out.accept("  … and " + heldBack + " more lines; all of it is in the API");
            heldBack = 0;
        }
    }

    private int total() {
        return signals.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String counts() {
        String bySource =
                signals.entrySet().stream()
                        .map(
                                e ->
                                        number(e.getValue())
                                                + " "
                                                + e.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return number(total()) + " signals" + (bySource.isEmpty() ? "" : " (" + bySource + ")");
    }

    private String summary() {
        long open = commitments.values().stream().filter(Commitment::isOpen).count();
        long raised =
                escalations.values().stream()
                        .filter(e -> !(e.state() instanceof Escalation.State.Resolved))
                        .count();
        return "so far: "
                + counts()
                + ", "
                + number(deadLetters)
                + " not readable, "
                + number(commitments.size())
                + " commitments ("
                + open
                + " open), "
                + raised
                + " escalations";
    }

    private static String number(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }
}
