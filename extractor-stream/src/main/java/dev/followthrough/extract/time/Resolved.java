package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Words become instants.
 *
 * @param at end of what was named
 * @param due latest instant at which something owed then is on time; a week's Friday, otherwise
 *     {@code at}
 */
record Resolved(
        Instant from,
        Instant at,
        Instant due,
        Grain grain,
        ZoneId zone,
        @Nullable Instant alternative) {}
