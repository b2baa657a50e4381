/**
 * The Salesforce connector: polls rows by their modification stamp with SOQL, deleted ones too, and
 * makes of them what the mappers of {@link dev.followthrough.ingest.salesforce} say.
 */
@NullMarked
package dev.followthrough.ingest.pull.salesforce;

import org.jspecify.annotations.NullMarked;
