/**
 * HubSpot's objects to directory entries (companies, contacts, deals, owners) and signals (notes,
 * calls, tasks), pure: the same objects come in exported lists and from the API.
 */
@NullMarked
package dev.followthrough.ingest.crm;

import org.jspecify.annotations.NullMarked;
