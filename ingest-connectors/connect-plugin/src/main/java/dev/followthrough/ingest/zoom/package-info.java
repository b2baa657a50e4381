/**
 * Zoom's cloud recordings and their transcripts to meetings and turns, pure; the transcripts
 * themselves are read as those in files are.
 */
@NullMarked
package dev.followthrough.ingest.zoom;

import org.jspecify.annotations.NullMarked;
