/**
 * Why a text reads as it does: every step from sentences to candidates, as records. The same code
 * decides; nothing here is used when texts are read.
 */
@NullMarked
package dev.followthrough.extract.explain;

import org.jspecify.annotations.NullMarked;
