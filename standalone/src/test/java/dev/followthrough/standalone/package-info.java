/** Rules about the whole module. */
@NullMarked
package dev.followthrough.standalone;

import org.jspecify.annotations.NullMarked;
