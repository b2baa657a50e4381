/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.hubspot;

import org.jspecify.annotations.NullMarked;
