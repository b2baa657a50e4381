package dev.followthrough.ingest.meeting;

import java.time.Duration;

/**
 * A few seconds of a transcript.
 *
 * @param number from 1, in the order of the file
 * @param id as in the file; empty for none
 * @param start since the beginning of the recording
 * @param startText the start exactly as in the file
 * @param payload as in the file, lines apart by a line feed, markup included
 */
public record Cue(
        int number, String id, Duration start, Duration end, String startText, String payload) {}
