/** Tickets and conversations of support tools. */
@NullMarked
package dev.followthrough.ingest.receiver.support;

import org.jspecify.annotations.NullMarked;
