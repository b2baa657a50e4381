/**
 * The HubSpot connector: asks the CRM API for what was modified and for what was archived, and
 * makes of it what the mappers of {@link dev.followthrough.ingest.hubspot} make of an exported
 * list.
 */
@NullMarked
package dev.followthrough.ingest.pull.hubspot;

import org.jspecify.annotations.NullMarked;
