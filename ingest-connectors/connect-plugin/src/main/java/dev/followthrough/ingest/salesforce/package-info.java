/**
 * Salesforce's rows to directory entries (accounts, contacts, opportunities, users) and signals
 * (tasks, events, mails), pure.
 */
@NullMarked
package dev.followthrough.ingest.salesforce;

import org.jspecify.annotations.NullMarked;
