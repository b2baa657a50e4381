/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.NullMarked;
