/** How answers are scored, and what the deals hold against the committed figures. */
@NullMarked
package dev.followthrough.standalone.eval;

import org.jspecify.annotations.NullMarked;
