/**
 * Whose matter a signal is, whose side a party is on and who a name means: pure functions of a
 * conversation and the directory. Every look-up is by a term, and the terms are recorded, so that a
 * change in the directory re-resolves exactly the conversations that asked for it.
 */
@NullMarked
package dev.followthrough.extract.attribution;

import org.jspecify.annotations.NullMarked;
