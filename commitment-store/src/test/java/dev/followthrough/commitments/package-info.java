@NullMarked
package dev.followthrough.commitments;

import org.jspecify.annotations.NullMarked;
