/**
 * HubSpot's objects to directory entries (companies, contacts, deals, owners) and signals (notes,
 * calls, tasks, mails, meetings), pure: the same objects come in exported lists and from the API.
 */
@NullMarked
package dev.followthrough.ingest.hubspot;

import org.jspecify.annotations.NullMarked;
