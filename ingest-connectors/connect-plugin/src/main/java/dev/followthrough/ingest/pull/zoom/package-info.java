/**
 * The Zoom connector: lists the account's users and their cloud recordings and reads finished
 * transcripts as those in files are read.
 */
@NullMarked
package dev.followthrough.ingest.pull.zoom;

import org.jspecify.annotations.NullMarked;
