/**
 * What services that answer queries share: pages with a cursor, and the instance that holds a
 * partition.
 */
@NullMarked
package dev.followthrough.service.query;

import org.jspecify.annotations.NullMarked;
