/** Records to bytes and back: canonical JSON, the same bytes for equal values on every machine. */
@NullMarked
package dev.followthrough.contracts.json;

import org.jspecify.annotations.NullMarked;
