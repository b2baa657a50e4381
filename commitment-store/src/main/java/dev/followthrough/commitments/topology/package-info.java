/**
 * The ledger as a Kafka Streams application, place = account: {@link
 * dev.followthrough.commitments.topology.SpreadDeals} re-keys what the directory says of accounts
 * and deals, {@link dev.followthrough.commitments.topology.ApplyReadings} decides, writes,
 * forwards. All tables of the ledger live in one store, so that a task opens one database and one
 * changelog.
 */
@NullMarked
package dev.followthrough.commitments.topology;

import org.jspecify.annotations.NullMarked;
