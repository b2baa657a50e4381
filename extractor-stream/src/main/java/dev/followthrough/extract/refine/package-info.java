/**
 * From findings to candidates: what a condition, a hedge, a name, a time or an earlier request
 * makes of them.
 */
@NullMarked
package dev.followthrough.extract.refine;

import org.jspecify.annotations.NullMarked;
