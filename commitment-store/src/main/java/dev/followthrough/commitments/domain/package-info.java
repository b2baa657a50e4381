/**
 * The ledger: how mentions of one promise find each other, and what they add up to. A pure function
 * of readings, deals and decisions; no Kafka, no HTTP, no clock. Start with {@link
 * dev.followthrough.commitments.domain.Ledger}; {@code Likeness} holds every threshold.
 */
@NullMarked
package dev.followthrough.commitments.domain;

import org.jspecify.annotations.NullMarked;
