/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.email;

import org.jspecify.annotations.NullMarked;
