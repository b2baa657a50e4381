/**
 * When somebody should look at a promise, how loudly, and where. Pure functions over records: no
 * Kafka, no HTTP, no clock; instants are arguments. {@link
 * dev.followthrough.alerting.domain.EscalationPolicy} decides what is escalated, {@link
 * dev.followthrough.alerting.domain.Desk} what stands at a destination.
 */
@NullMarked
package dev.followthrough.alerting.domain;

import org.jspecify.annotations.NullMarked;
