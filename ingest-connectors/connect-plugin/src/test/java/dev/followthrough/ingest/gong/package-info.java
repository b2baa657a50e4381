/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.gong;

import org.jspecify.annotations.NullMarked;
