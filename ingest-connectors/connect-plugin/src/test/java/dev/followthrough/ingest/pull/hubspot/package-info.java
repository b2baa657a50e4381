/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.pull.hubspot;

import org.jspecify.annotations.NullMarked;
