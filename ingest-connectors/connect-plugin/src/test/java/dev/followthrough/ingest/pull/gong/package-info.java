/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.pull.gong;

import org.jspecify.annotations.NullMarked;
