/** Rules that hold for the whole plug-in. */
@NullMarked
package dev.followthrough.ingest;

import org.jspecify.annotations.NullMarked;
