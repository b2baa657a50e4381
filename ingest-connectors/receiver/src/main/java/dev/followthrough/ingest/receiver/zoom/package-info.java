/** Zoom webhooks: a finished transcript is downloaded and mapped. */
@NullMarked
package dev.followthrough.ingest.receiver.zoom;

import org.jspecify.annotations.NullMarked;
