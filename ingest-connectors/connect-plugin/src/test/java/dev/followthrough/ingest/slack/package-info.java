/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.slack;

import org.jspecify.annotations.NullMarked;
