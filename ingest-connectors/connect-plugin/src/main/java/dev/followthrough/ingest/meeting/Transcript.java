package dev.followthrough.ingest.meeting;

import java.util.List;

/** A transcript taken apart: its cues in the order of the file, and what should have been one. */
public record Transcript(List<Cue> cues, List<Broken> broken) {
    public Transcript {
        cues = List.copyOf(cues);
        broken = List.copyOf(broken);
    }

    /**
     * A cue without readable times.
     *
     * @param behind how many good cues stand before it
     * @param line from 1, where it begins
     * @param text as in the file
     */
    public record Broken(int behind, int line, String text) {}
}
