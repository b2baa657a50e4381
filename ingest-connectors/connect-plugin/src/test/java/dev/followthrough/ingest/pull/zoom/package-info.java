/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.pull.zoom;

import org.jspecify.annotations.NullMarked;
