/**
 * The Gong connector: lists the company's recorded calls by time and reads their transcripts,
 * joined with who spoke.
 */
@NullMarked
package dev.followthrough.ingest.pull.gong;

import org.jspecify.annotations.NullMarked;
