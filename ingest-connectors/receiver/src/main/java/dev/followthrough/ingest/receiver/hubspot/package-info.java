/** HubSpot webhooks: an event says which object changed, the object is read and mapped. */
@NullMarked
package dev.followthrough.ingest.receiver.hubspot;

import org.jspecify.annotations.NullMarked;
