/**
 * The ledger of a set of files at an instant, computed at once by the same pure core that the
 * services run, without Kafka.
 */
@NullMarked
package dev.followthrough.standalone.scan;

import org.jspecify.annotations.NullMarked;
