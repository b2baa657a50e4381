/** Rules that hold for the whole module. */
@NullMarked
package dev.followthrough.contracts;

import org.jspecify.annotations.NullMarked;
