/**
 * Meeting transcripts to signals, pure: WebVTT as the W3C parses it (and as Zoom and Teams really
 * write it) and SRT give cues; cues of one speaker become one turn; a turn is a signal whose places
 * lead back to each cue.
 */
@NullMarked
package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.NullMarked;
