/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.zoom;

import org.jspecify.annotations.NullMarked;
