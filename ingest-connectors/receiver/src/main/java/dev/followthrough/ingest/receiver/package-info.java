/** The receiver of webhooks, button clicks and API actions. */
@NullMarked
package dev.followthrough.ingest.receiver;

import org.jspecify.annotations.NullMarked;
