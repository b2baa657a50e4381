/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.salesforce;

import org.jspecify.annotations.NullMarked;
