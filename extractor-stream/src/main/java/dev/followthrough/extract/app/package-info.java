/** Starts the extractor; the only package that sees its whole module. */
@NullMarked
package dev.followthrough.extract.app;

import org.jspecify.annotations.NullMarked;
