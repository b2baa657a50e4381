/**
 * What connectors that ask a source by HTTP share: feeds that are read page by page from a
 * checkpoint, one task that hands pages to the worker so that none is lost or repeated, rate
 * limits, patience with a source that fails, checks of credentials, metrics.
 *
 * <p>A new source is a {@link dev.followthrough.ingest.pull.PullSource}, with a connector and a
 * task class of one line each: {@code super(new MySource())}. It lives in a package below this one.
 */
@NullMarked
package dev.followthrough.ingest.pull;

import org.jspecify.annotations.NullMarked;
