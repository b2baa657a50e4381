/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.crm;

import org.jspecify.annotations.NullMarked;
