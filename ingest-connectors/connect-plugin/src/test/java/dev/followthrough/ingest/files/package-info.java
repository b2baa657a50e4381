/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.files;

import org.jspecify.annotations.NullMarked;
