/** Tests beside what they test. */
@NullMarked
package dev.followthrough.ingest.pull.salesforce;

import org.jspecify.annotations.NullMarked;
