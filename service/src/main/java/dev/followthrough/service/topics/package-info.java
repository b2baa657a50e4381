/**
 * Creates the declared topics, waits until they can be written to, and refuses one that contradicts
 * its declaration.
 */
@NullMarked
package dev.followthrough.service.topics;

import org.jspecify.annotations.NullMarked;
