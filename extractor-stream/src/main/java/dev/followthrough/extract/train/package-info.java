/**
 * Trains the judge from labelled text in the repository, byte for byte reproducibly; not used at
 * run time.
 */
@NullMarked
package dev.followthrough.extract.train;

import org.jspecify.annotations.NullMarked;
