/** Starts the commitment store; the only package that sees its whole module. */
@NullMarked
package dev.followthrough.commitments.app;

import org.jspecify.annotations.NullMarked;
