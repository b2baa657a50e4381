/** JSON of any other tool, its fields found by declared pointers. */
@NullMarked
package dev.followthrough.ingest.receiver.event;

import org.jspecify.annotations.NullMarked;
