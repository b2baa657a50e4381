/**
 * Conversations and their readings, kept up to date signal by signal: which signals a change
 * touches, what is read again, what is published. Pure but for the tables it is given; the result
 * is a function of the set of signals, actions and directory entries, never of their order.
 */
@NullMarked
package dev.followthrough.extract.conversation;

import org.jspecify.annotations.NullMarked;
