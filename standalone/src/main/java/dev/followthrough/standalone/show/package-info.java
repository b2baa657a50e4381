/**
 * Shows at the terminal what happens, as it happens: what was read, which commitments were found
 * and how they change.
 */
@NullMarked
package dev.followthrough.standalone.show;

import org.jspecify.annotations.NullMarked;
