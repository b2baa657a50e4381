package dev.followthrough.ingest.meeting;

import dev.followthrough.contracts.model.Place;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one speaker said without another in between. Built up cue by cue. */
final class Turn {
    /** A longer silence ends a turn: what comes then is another thought. */
    private static final Duration MAX_GAP = Duration.ofSeconds(15);

    /** A longer monologue is cut, so that a reader finds the words again. */
    private static final int MAX_LENGTH = 20_000;

    private final @Nullable String speaker;
    private final String number;
    private final int firstCue;
    private final Duration start;
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();
    private Duration end;
    private int cues;

    Turn(@Nullable String speaker, String number, Cue cue) {
        this.speaker = speaker;
        this.number = number;
        this.firstCue = cue.number();
        this.start = cue.start();
        this.end = cue.end();
    }

    /** A cue without a name goes on with who spoke before it. */
    boolean goesOn(@Nullable String next, Cue cue) {
        boolean same = next == null || next.equals(speaker);
        return same && cue.start().minus(end).compareTo(MAX_GAP) <= 0 && text.length() < MAX_LENGTH;
    }

    void add(Cue cue, String words, String ref) {
        text.append(text.length() == 0 ? "" : " ");
        places.add(new Place(text.length(), ref));
        text.append(words);
        end = cue.end().compareTo(end) > 0 ? cue.end() : end;
        cues++;
    }

    @Nullable String speaker() {
        return speaker;
    }

    /** Number of its first cue; a second speaker within a cue is {@code <n>.2}. */
    String number() {
        return number;
    }

    int firstCue() {
        return firstCue;
    }

    Duration start() {
        return start;
    }

    String text() {
        return text.toString();
    }

    List<Place> places() {
        return places;
    }

    /** Grows with the turn: of two readings of a growing transcript the longer one wins. */
    int cues() {
        return cues;
    }
}
