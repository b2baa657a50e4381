package dev.followthrough.ingest.pull;

/**
 * A page with the feed it came from and the checkpoint behind which it lies.
 *
 * @param feed name of the feed
 */
record Batch(String feed, Checkpoint from, Page page) {}
